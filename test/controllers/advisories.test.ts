import * as fc from 'fast-check';
import { controllers } from '../../lib/controllers';
import { advisoriesOf, controllerOfImage, tagOf } from '../../lib/controllers/advisories';
import type { Advisory, Controller } from '../../lib/controllers/controller';
import { imageNameOf } from '../../lib/kubernetes/images';

const all = Object.values<Controller>(controllers);

describe('which controller an image is of', () => {
  test.each([
    ['traefik', 'traefik'],
    ['traefik:v3.7.13', 'traefik'],
    ['docker.io/library/traefik:v3.7.13', 'traefik'],
    ['index.docker.io/traefik@sha256:0123', 'traefik'],
    ['mirror.example.com:5000/hub/library/traefik:v3.7.13@sha256:0123', 'traefik'],
    ['localhost/traefik', 'traefik'],
    ['registry.k8s.io/ingress-nginx/controller:v1.15.1', 'ingress-nginx'],
    ['mirror.example.com/k8s/ingress-nginx/controller:v1.15.1', 'ingress-nginx'],
    ['quay.io/kubernetes-ingress-controller/nginx-ingress-controller:0.14.0', 'ingress-nginx'],
    ['mirror.example.com/ingress-nginx-controller:v1.15.1', 'ingress-nginx'],
    ['nginx/nginx-ingress:5.5.4-alpine', 'nginx'],
    ['ghcr.io/projectcontour/contour:v1.33.8', 'contour'],
    ['haproxytech/kubernetes-ingress:3.2.12', 'haproxy'],
    ['public.ecr.aws/eks/aws-load-balancer-controller:v3.5.0', 'aws-load-balancer'],
    ['docker.io/istio/proxyv2:1.30.4-distroless', 'istio'],
  ])('%s is of %s', (image, id) => {
    expect(controllerOfImage(imageNameOf(image))?.id).toBe(id);
  });

  test.each(['nginx:1.31', 'example.com/acme/controller:v1.15.1', 'traefik/whoami', 'mytraefik:v3.7.13', 'istio', ''])(
    '%s is of none',
    (image) => {
      expect(controllerOfImage(imageNameOf(image))).toBeUndefined();
    },
  );

  test.each(all.map((controller) => [controller.id, controller] as const))(
    '%s is known by each of its own, and no other is',
    (id, { images }) => {
      for (const image of images) expect(controllerOfImage(imageNameOf(`${image}:1.2.3`))?.id).toBe(id);
    },
  );
});

test.each([
  ['traefik', undefined],
  ['localhost:5000/traefik', undefined],
  ['traefik@sha256:0123', undefined],
  ['traefik:v3', 'v3'],
  ['localhost:5000/traefik:v3.7.13@sha256:0123', 'v3.7.13'],
])('the tag of %s is %s', (image, tag) => {
  expect(tagOf(image)).toBe(tag);
});

describe('which advisories hold for a release', () => {
  const advisory = (fixedIn: readonly string[]): Advisory => ({ id: fixedIn.join(), gains: '', fixedIn, source: '' });
  const holds = (fixedIn: readonly string[], tag: string) =>
    advisoriesOf({ advisories: [advisory(fixedIn)] }, tag).length > 0;

  test.each([
    // the line has a fix
    [['1.13.9', '1.14.5'], '1.13.8', true],
    [['1.13.9', '1.14.5'], '1.13.9', false],
    [['1.13.9', '1.14.5'], '1.13.10', false],
    [['1.13.9', '1.14.5'], '1.14.4', true],
    [['2.11.54', '3.6.25'], '2.11.60', false],
    // the line has none: given up, or begun later
    [['1.13.9', '1.14.5'], '1.12.99', true],
    [['1.13.9', '1.14.5'], '1.15.0', false],
    [['1.13.9', '1.14.5'], '2.0.0', false],
    [['2.11.54', '3.6.25'], '3.5.7', true],
    [['2.11.54', '3.6.25'], '2.10.7', true],
    // nothing has a fix
    [[], '9.9.9', true],
    // how tags are written
    [['1.13.9'], 'v1.13.8', true],
    [['1.13.9'], 'v1.13.8-chainguard', true],
    [['1.13.9'], 'v1.13.9-chainguard', false],
    [['1.13.9'], '1.13.8@sha256:0123', true],
    [['1.13.9'], 'v1.13.8-alpine@sha256:0123', true],
    // no release
    [['1.13.9'], 'latest', false],
    [['1.13.9'], 'v1.13', false],
    [['1.13.9'], '1.13.8.1', false],
    [[], 'sha256:0123', false],
    [[], '', false],
  ])('fixed in %j, %s: %s', (fixedIn, tag, expected) => {
    expect(holds(fixedIn, tag)).toBe(expected);
  });

  const number = fc.integer({ min: 0, max: 30 });
  const version = fc.tuple(fc.integer({ min: 0, max: 3 }), number, number);
  const lines = fc.uniqueArray(version, {
    selector: ([major, minor]) => `${major}.${minor}`,
    minLength: 1,
    maxLength: 4,
  });
  const print = (parts: readonly number[]) => parts.join('.');

  test('a patch never brings back what a patch before it had fixed', () => {
    fc.assert(
      fc.property(lines, version, number, (fixes, [major, minor, patch], later) => {
        const fixedIn = fixes.map(print);
        const before = holds(fixedIn, print([major, minor, patch]));
        const after = holds(fixedIn, print([major, minor, patch + later]));
        expect(after && !before).toBe(false);
      }),
    );
  });

  test('each fixed release has the fix, and the one before it has not', () => {
    fc.assert(
      fc.property(lines, (fixes) => {
        const fixedIn = fixes.map(print);
        for (const [major, minor, patch] of fixes) {
          expect(holds(fixedIn, print([major, minor, patch]))).toBe(false);
          if (patch > 0) expect(holds(fixedIn, print([major, minor, patch - 1]))).toBe(true);
        }
      }),
    );
  });
});

test('of the controllers themselves', () => {
  const ids = (controller: Controller, tag: string) => advisoriesOf(controller, tag).map(({ id }) => id);
  expect(ids(controllers.traefik, 'v3.7.9')).toEqual(['CVE-2026-71325']);
  expect(ids(controllers.traefik, 'v3.7.13')).toEqual([]);
  expect(ids(controllers['ingress-nginx'], 'v1.15.1')).toContain('CVE-2026-42945');
  expect(ids(controllers.istio, '1.30.3')).toEqual(['CVE-2026-73552']);
});

test.each(all.flatMap(({ id, advisories }) => advisories.map((one) => [id, one.id, one] as const)))(
  'the advisory %s %s says what it is about',
  (_controller, id, { gains, fixedIn, source }) => {
    expect(id).toMatch(/^(?:CVE-\d{4}-\d{4,}|GHSA(?:-[0-9a-z]{4}){3})$/);
    expect(gains).not.toBe('');
    expect(source).toMatch(/^https:\/\//);
    for (const version of fixedIn) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    const lines = fixedIn.map((version) => version.replace(/\.\d+$/, ''));
    expect(new Set(lines).size).toBe(lines.length);
  },
);
