import { Chart, Testing } from 'cdk8s';
import { ExposedApp, Exposure } from '../../lib';
import { problemOf } from './synthesize';

const chartIn = (namespace?: string) => new Chart(Testing.app(), 'chart', namespace === undefined ? {} : { namespace });
const image = 'registry.example.com/web:1.0.0';

test("the Service's port counts, not the container's", () => {
  const app = new ExposedApp(chartIn('prod'), 'web', {
    image,
    ports: [{ name: 'http', number: 8080 }],
    exposures: [Exposure.clusterIp({ ports: [{ port: 'http', servicePort: 80 }] })],
  });
  expect(app.address('http')).toBe('web.prod.svc.cluster.local:80');
  expect(app.url('http')).toBe('http://web.prod.svc.cluster.local');
});

test("a headless Service leads to the pods' own port", () => {
  const app = new ExposedApp(chartIn('prod'), 'db', {
    image,
    ports: [{ name: 'postgres', number: 5432 }],
    stateful: true,
  });
  expect(app.address('postgres')).toBe('db-headless.prod.svc.cluster.local:5432');
});

test('an external name is reached by its alias', () => {
  const app = new ExposedApp(chartIn('prod'), 'payments', {
    ports: [{ name: 'https', number: 443 }],
    exposures: [Exposure.externalName({ host: 'api.payments.example.com' })],
  });
  expect(app.address('https')).toBe('payments.prod.svc.cluster.local:443');
  expect(app.url('https')).toBe('https://payments.prod.svc.cluster.local');
});

test('the Service behind an Ingress goes before others, and another one can be named', () => {
  const app = new ExposedApp(chartIn('prod'), 'web', {
    image,
    ports: [{ name: 'http', number: 8080 }],
    exposures: [
      Exposure.nodePort({ ports: [{ port: 'http', servicePort: 90 }] }),
      Exposure.ingress({ host: 'web.example.com', service: { ports: [{ port: 'http', servicePort: 80 }] } }),
    ],
  });
  expect(app.address('http')).toBe('web.prod.svc.cluster.local:80');
  expect(app.address('http', 'web-node-port')).toBe('web-node-port.prod.svc.cluster.local:90');
});

test('without a namespace the name alone is known', () => {
  const app = new ExposedApp(chartIn(), 'web', {
    image,
    ports: [{ name: 'http', number: 80 }],
    exposures: [Exposure.clusterIp()],
  });
  expect(app.address('http')).toBe('web:80');
});

test.each([
  ['https', undefined, 'https'],
  ['http', 'HTTPS', 'https'],
  ['web', undefined, 'http'],
  ['chat', 'kubernetes.io/ws', 'ws'],
  ['chat', 'kubernetes.io/wss', 'wss'],
])('the scheme of port %s with appProtocol %s is %s', (name, appProtocol, scheme) => {
  const port = appProtocol === undefined ? { name, number: 9000 } : { name, number: 9000, appProtocol };
  const app = new ExposedApp(chartIn('prod'), 'web', { image, ports: [port], exposures: [Exposure.clusterIp()] });
  expect(app.url(name)).toBe(`${scheme}://web.prod.svc.cluster.local:9000`);
});

test('an application that is reached by its node alone has no address that stays', () => {
  const problem = problemOf((chart) => {
    const app = new ExposedApp(chart, 'web', {
      image,
      ports: [{ name: 'http', number: 8080 }],
      exposures: [Exposure.hostPort()],
    });
    app.address('http');
  });
  expect(problem).toMatch(/No Service offers the port 'http'.*Exposure\.clusterIp/);
});
