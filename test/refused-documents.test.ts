import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, Chart } from 'cdk8s';
import { CheckedApp, ExposedApp, Exposure, Target } from '../lib';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'exposed-app-refused-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const appOf = (program: (chart: Chart) => void, target = new Target()) => {
  const app = new CheckedApp({ outdir: join(folder, 'dist'), target });
  program(new Chart(app, 'chart'));
  return app;
};

const service = (chart: Chart, spec: object) =>
  new ApiObject(chart, 'service', { apiVersion: 'v1', kind: 'Service', metadata: { name: 'web' }, spec });

test('what the API server would refuse is not written, and every problem is told with its construct and field', () => {
  const app = appOf((chart) => {
    service(chart, { type: 'NodePort', ports: [{ port: 80 }], externalTrafficPolicy: 'local' });
    new ExposedApp(chart, 'app', { image: 'web:1', env: { '': 'x' }, writableDirectories: ['relative:path'] });
  });
  const problems = [
    /\[chart\/service\] spec\.externalTrafficPolicy: Unsupported value: "local"/,
    /\[chart\/app\/Deployment app\] spec\.template\.spec\.containers\[0\]\.env\[0\]\.name: Required value/,
  ];
  for (const problem of problems) {
    expect(() => {
      app.synth();
    }).toThrow(problem);
  }
  expect(existsSync(join(folder, 'dist'))).toBe(false);
});

test("the target's version, node ports and address families count", () => {
  const nodePort = (chart: Chart) => service(chart, { type: 'NodePort', ports: [{ port: 80, nodePort: 8080 }] });
  expect(() => {
    appOf(nodePort).synth();
  }).toThrow(/spec\.ports\[0\]\.nodePort/);
  appOf(nodePort, new Target({ nodePortRange: [8000, 9000] })).synth();
  const relaxed = (chart: Chart) =>
    new ExposedApp(chart, 'a', {
      image: 'a:1',
      ports: [{ name: 'http', number: 80 }],
      exposures: [Exposure.clusterIp()],
    });
  appOf(relaxed, new Target({ kubernetes: '1.27' })).synth();
});

test('a custom resource that nothing is known of passes', () => {
  const app = appOf(
    (chart) => new ApiObject(chart, 'custom', { apiVersion: 'example.com/v1', kind: 'Thing', metadata: { name: 'x' } }),
  );
  app.synth();
  expect(existsSync(join(folder, 'dist/chart.k8s.yaml'))).toBe(true);
});
