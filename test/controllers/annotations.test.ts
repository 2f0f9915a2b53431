import {
  annotationOfFamily,
  familyOfKey,
  makeOfString,
  makes,
  makesOfClassName,
} from '../../lib/controllers/annotations';
import { meantValue, valueProblem } from '../../lib/controllers/annotations/value-problem';
import { controllers } from '../../lib/controllers';
import type { Controller } from '../../lib/controllers/controller';

describe.each(Object.values<Controller>(controllers).map((controller) => [controller.title, controller] as const))(
  '%s',
  (_, { controllerString, defaultClassName, annotationPrefixes }) => {
    test('is known by its string and by the usual name of its class', () => {
      expect(makesOfClassName(defaultClassName)).not.toEqual([]);
      if (controllerString !== undefined) expect(makeOfString(controllerString)).toBeDefined();
    });

    test('has annotations that are known to be its own', () => {
      // Several controllers read some annotations of Kubernetes itself.
      const own = annotationPrefixes.filter((prefix) => !prefix.startsWith('kubernetes.io/'));
      const families = own.map((prefix) => familyOfKey(`${prefix}x`)?.title);
      expect(families).not.toContain(undefined);
    });
  },
);

test.each(makes.map((make) => [make.title, make] as const))(
  '%s reads its own keys, and none of them is gone',
  (_, make) => {
    for (const [key, { on }] of make.keys) {
      expect(on.length).toBeGreaterThan(0);
      expect(Object.keys(make.gone)).not.toContain(key);
      expect(annotationOfFamily(make, key)).toBeDefined();
    }
  },
);

test.each([
  ['nginx.ingress.kubernetes.io/use-regex', 'ingress-nginx'],
  ['nginx.org/rewrites', 'F5 NGINX Ingress Controller'],
  ['haproxy.org/timeout-server', 'HAProxy Kubernetes Ingress Controller'],
  ['haproxy-ingress.github.io/timeout-server', 'HAProxy Ingress'],
  ['alb.ingress.kubernetes.io/actions.redirect', 'the AWS Load Balancer Controller'],
  ['cert-manager.io/cluster-issuer', 'cert-manager'],
])('%s is an annotation of %s', (key, title) => {
  expect(familyOfKey(key)?.title).toBe(title);
});

test.each([
  ['seconds', '60', undefined],
  ['seconds', '60s', '60'],
  ['boolean', 'True', undefined],
  ['boolean', 'yes', 'true'],
  ['size', '8m', undefined],
  ['size', '8Mi', '8M'],
  ['nginx-time', '1h 30m', undefined],
  [['HTTP', 'GRPC'], 'grpc', undefined],
  [['balanced', 'persistent'], 'persistant', 'persistent'],
] as const)('%s %s', (form, value, meant) => {
  expect(valueProblem(form, value) === undefined).toBe(meant === undefined);
  if (meant !== undefined) expect(meantValue(form, value)).toBe(meant);
});
