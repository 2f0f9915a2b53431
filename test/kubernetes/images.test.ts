import { imageNameOf } from '../../lib/kubernetes/images';

test.each([
  ['nginx', 'docker.io', 'library/nginx', ''],
  ['nginx:1.28', 'docker.io', 'library/nginx', '1.28'],
  ['bitnami/redis:8', 'docker.io', 'bitnami/redis', '8'],
  ['docker.io/library/traefik:v3', 'docker.io', 'library/traefik', 'v3'],
  ['registry.example.com:5000/shop/web', 'registry.example.com:5000', 'shop/web', ''],
  ['localhost/web:1@sha256:0000', 'localhost', 'web', '1'],
  ['', 'docker.io', 'library/', ''],
])('%s is %s / %s : %s', (image, registry, path, tag) => {
  expect(imageNameOf(image)).toMatchObject({ registry, path, tag });
});

test.each([
  ['nginx', 'nginx', ''],
  ['registry.example.com:5000/team/nginx:1.28', 'nginx', ''],
  ['nginx@sha256:0000', 'nginx', 'sha256:0000'],
  ['team/nginx:1@sha256:0000', 'nginx', 'sha256:0000'],
  ['traefik@a/b', 'traefik', 'a/b'],
  ['', '', ''],
])('%s is named %s, with the digest %j', (image, name, digest) => {
  expect(imageNameOf(image)).toMatchObject({ name, digest });
});
