import { Chart } from 'cdk8s';
import { HttpProxy } from '../imports/projectcontour.io';
import { Middleware } from '../imports/traefik.io';
import { CheckedApp, documentsOf, validateManifest } from '../lib';

const middleware = (requests: number) => {
  const app = new CheckedApp();
  const chart = new Chart(app, 'chart', { namespace: 'shop' });
  new Middleware(chart, 'limit', { metadata: { name: 'limit' }, spec: { rateLimit: { average: requests } } });
  return documentsOf(app).map(({ manifest }) => manifest);
};

test('an object typed by imports/ is checked like any other', () => {
  const [sound] = middleware(10);
  expect(sound).toMatchObject({
    apiVersion: 'traefik.io/v1alpha1',
    kind: 'Middleware',
    spec: { rateLimit: { average: 10 } },
  });
  expect(validateManifest(sound)).toEqual([]);
});

test('what the types cannot say is refused', () => {
  const [negative] = middleware(-1);
  expect(validateManifest(negative)).toMatchObject([{ field: 'spec.rateLimit.average', type: 'FieldValueInvalid' }]);
});

test('HTTPProxies may be written by hand, for what no option says', () => {
  const app = new CheckedApp();
  const chart = new Chart(app, 'chart', { namespace: 'shop' });
  new HttpProxy(chart, 'web', {
    metadata: { name: 'web' },
    spec: {
      ingressClassName: 'contour',
      virtualhost: { fqdn: 'shop.example.com' },
      routes: [
        { services: [{ name: 'web', port: 80 }], retryPolicy: { count: 3, retryOn: [] } },
        { conditions: [{ prefix: '/old' }], directResponsePolicy: { statusCode: 410 } },
      ],
    },
  });
  const [proxy] = documentsOf(app).map(({ manifest }) => manifest);
  expect(proxy).toMatchObject({ kind: 'HTTPProxy', spec: { virtualhost: { fqdn: 'shop.example.com' } } });
  expect(validateManifest(proxy)).toEqual([]);
});
