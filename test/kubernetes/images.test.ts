import { lastPartOf, repositoryOf } from '../../lib/kubernetes/images';

test.each([
  ['nginx', 'docker.io', 'library/nginx', ''],
  ['nginx:1.28', 'docker.io', 'library/nginx', '1.28'],
  ['bitnami/redis:8', 'docker.io', 'bitnami/redis', '8'],
  ['docker.io/library/traefik:v3', 'docker.io', 'library/traefik', 'v3'],
  ['registry.example.com:5000/shop/web', 'registry.example.com:5000', 'shop/web', ''],
  ['localhost/web:1@sha256:0000', 'localhost', 'web', '1'],
  ['', 'docker.io', 'library/', ''],
])('%s is %s / %s : %s', (image, registry, path, tag) => {
  expect(repositoryOf(image)).toEqual({ registry, path, tag });
});

test.each([
  ['nginx', 'nginx'],
  ['registry.example.com:5000/team/nginx:1.28', 'nginx'],
  ['nginx@sha256:0000', 'nginx'],
  ['team/nginx:1@sha256:0000', 'nginx'],
  ['traefik@a/b', 'traefik'],
  ['', ''],
])('the last part of %s is %s', (image, last) => {
  expect(lastPartOf(image)).toBe(last);
});
