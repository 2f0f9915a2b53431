import { Chart, Testing } from 'cdk8s';
import { ExposedApp, Exposure } from '../../lib';

test('what does type-check keeps the names of the ports', () => {
  const chart = new Chart(Testing.app(), 'chart');
  const app: ExposedApp<'http' | 'grpc'> = new ExposedApp(chart, 'web', {
    containers: [
      { name: 'a', image: 'a:1', ports: [{ name: 'http', number: 80 }] },
      { name: 'b', image: 'b:1', ports: [{ name: 'grpc', number: 90 }] },
    ],
    exposures: [
      Exposure.clusterIp({ ports: [{ port: 'grpc' }] }),
      Exposure.ingress({ host: 'a.example.com', port: 'http' }),
    ],
  });
  expect(app.address('grpc')).toBe('web:90');
});
