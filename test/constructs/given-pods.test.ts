import type { Chart } from 'cdk8s';
import { JsonPatch } from 'cdk8s';
import * as plus from 'cdk8s-plus-27';
import { ExposedApp, Exposure } from '../../lib';
import { problemOf, synthesize } from './synthesize';

const containers = [{ image: 'orders:1', portNumber: 8080 }];
const deployment = (chart: Chart) => new plus.Deployment(chart, 'orders', { metadata: { name: 'orders' }, containers });

describe('a workload of cdk8s-plus', () => {
  test.each<[string, (chart: Chart) => ExposedAppWorkload, string]>([
    ['Deployment', deployment, 'template'],
    [
      'DaemonSet',
      (chart) => new plus.DaemonSet(chart, 'orders', { metadata: { name: 'orders' }, containers }),
      'template',
    ],
    [
      'StatefulSet',
      (chart) => {
        const service = new plus.Service(chart, 'governing', {
          metadata: { name: 'governing' },
          ports: [{ port: 8080 }],
        });
        return new plus.StatefulSet(chart, 'orders', { metadata: { name: 'orders' }, containers, service });
      },
      'template',
    ],
    ['Pod', (chart) => new plus.Pod(chart, 'orders', { metadata: { name: 'orders' }, containers }), 'pod'],
    ['Job', (chart) => new plus.Job(chart, 'orders', { metadata: { name: 'orders' }, containers }), 'template'],
  ])('%s: its pods get a label of ours, its port a name, and a Service leads there', (kind, make, where) => {
    const objects = synthesize((chart) => {
      new ExposedApp(chart, 'access', { name: 'orders', workload: make(chart), exposures: [Exposure.clusterIp()] });
    });
    const workload = objects[`${kind} orders`]!;
    const pod = where === 'pod' ? workload : workload.spec.template;
    expect(pod.metadata.labels).toMatchObject({ 'exposed-app/name': 'orders' });
    expect(pod.spec.containers[0].ports).toEqual([{ containerPort: 8080, name: 'tcp-8080' }]);
    expect(objects['Service orders']!.spec).toMatchObject({
      selector: { 'exposed-app/name': 'orders' },
      ports: [{ name: 'tcp-8080', port: 8080, targetPort: 'tcp-8080' }],
    });
  });

  test('its ports can be given names', () => {
    const objects = synthesize((chart) => {
      const app = new ExposedApp(chart, 'access', {
        workload: deployment(chart),
        ports: [{ name: 'http', number: 8080, appProtocol: 'http' }],
        exposures: [Exposure.nodePort({ ports: [{ port: 'http', servicePort: 80 }] })],
      });
      expect(app.address('http')).toBe('access-node-port.prod.svc.cluster.local:80');
    });
    expect(objects['Deployment orders']!.spec.template.spec.containers[0].ports[0].name).toBe('http');
    expect(objects['Service access-node-port']!.spec.ports[0]).toMatchObject({
      targetPort: 'http',
      appProtocol: 'http',
    });
  });

  test('goes to the host network without a surge', () => {
    const { spec } = synthesize((chart) => {
      new ExposedApp(chart, 'access', { workload: deployment(chart), exposures: [Exposure.hostNetwork()] });
    })['Deployment orders']!;
    expect(spec.template.spec).toMatchObject({ hostNetwork: true, dnsPolicy: 'ClusterFirstWithHostNet' });
    expect(spec.strategy).toEqual({ type: 'RollingUpdate', rollingUpdate: { maxSurge: 0, maxUnavailable: 1 } });
  });

  test('takes ports of its node', () => {
    const { spec } = synthesize((chart) => {
      new ExposedApp(chart, 'access', {
        workload: deployment(chart),
        exposures: [Exposure.hostPort({ ports: [{ port: 'tcp-8080', hostPort: 80, hostIp: '127.0.0.1' }] })],
      });
    })['Deployment orders']!;
    expect(spec.template.spec.containers[0].ports[0]).toEqual({
      name: 'tcp-8080',
      containerPort: 8080,
      hostPort: 80,
      hostIP: '127.0.0.1',
    });
  });

  test.each<[string, (chart: Chart) => unknown, RegExp]>([
    [
      'a port that no container has',
      (chart) =>
        new ExposedApp(chart, 'a', {
          workload: deployment(chart),
          exposures: [Exposure.nodePort({ ports: [{ port: 'http' as never }] })],
        }),
      /refers to port 'http'.*It has 'tcp-8080'/,
    ],
    [
      'a declared port that no container binds',
      (chart) =>
        new ExposedApp(chart, 'a', {
          workload: deployment(chart),
          ports: [{ name: 'http', number: 9090 }],
          exposures: [Exposure.clusterIp()],
        }),
      /'http', 9090\/TCP, which no container of the workload binds\. They bind: 8080\/TCP/,
    ],
    [
      'a CronJob',
      (chart) => {
        const workload = new plus.ConfigMap(chart, 'config') as never;
        return new ExposedApp(chart, 'a', { workload, exposures: [Exposure.clusterIp()] });
      },
      /workload is a ConfigMap/,
    ],
  ])('is refused: %s', (_, program, problem) => {
    expect(problemOf((chart) => void program(chart))).toMatch(problem);
  });
});

type ExposedAppWorkload = Extract<ConstructorParameters<typeof ExposedApp>[2], { workload: object }>['workload'];

test('env values, probes, volumes, handlers and secrets of cdk8s-plus are taken as they are', () => {
  const pod = synthesize((chart) => {
    const secret = plus.Secret.fromSecretName(chart, 'secret', 'credentials');
    new ExposedApp(chart, 'web', {
      image: 'web:1',
      ports: [{ name: 'http', number: 8080 }],
      env: { TOKEN: plus.EnvValue.fromSecretValue({ secret, key: 'token' }), MODE: plus.EnvValue.fromValue('fast') },
      envFrom: [{ secret }],
      imagePullSecrets: [secret],
      volumes: {
        data: plus.Volume.fromSecret(chart, 'volume', secret),
        scratch: plus.Volume.fromEmptyDir(chart, 'scratch', 'x'),
      },
      mounts: { '/data': 'data', '/scratch': 'scratch' },
      probes: { readiness: plus.Probe.fromHttpGet('/ready'), liveness: plus.Probe.fromTcpSocket({ port: 8080 }) },
      lifecycle: { preStop: plus.Handler.fromCommand(['/bye']) },
    });
  })['Deployment web']!.spec.template.spec;
  expect(pod).toMatchSnapshot();
});

describe('pods of others', () => {
  test('are selected by their own labels', () => {
    const objects = synthesize((chart) => {
      new ExposedApp(chart, 'search', {
        selector: { app: 'search' },
        ports: [{ name: 'http', number: 9200 }],
        exposures: [Exposure.clusterIp()],
      });
    });
    expect(Object.keys(objects)).toEqual(['Service search']);
    expect(objects['Service search']!.spec.selector).toEqual({ app: 'search' });
  });

  test('an empty selector would take every pod', () => {
    const problem = problemOf((chart) => {
      new ExposedApp(chart, 'a', {
        selector: {},
        ports: [{ name: 'http', number: 1 }],
        exposures: [Exposure.clusterIp()],
      });
    });
    expect(problem).toMatch(/selector is empty/);
  });
});

describe('an external name', () => {
  test('is a Service and nothing else', () => {
    const objects = synthesize((chart) => {
      new ExposedApp(chart, 'db', { exposures: [Exposure.externalName({ host: 'my.database.example.com' })] });
    });
    expect(Object.keys(objects)).toEqual(['Service db']);
    expect(objects['Service db']!.spec).toEqual({ type: 'ExternalName', externalName: 'my.database.example.com' });
  });

  test.each([
    ['192.0.2.1', /is an address/],
    ['https://a.example.com', /no DNS name/],
    ['A.example.com', /no DNS name/],
    ['', /no DNS name/],
  ])('%s is no name', (host, problem) => {
    expect(problemOf((chart) => new ExposedApp(chart, 'db', { exposures: [Exposure.externalName({ host })] }))).toMatch(
      problem,
    );
  });

  test('does not go with a workload, nor another way in without pods', () => {
    const externalName = Exposure.externalName({ host: 'a.example.com' });
    expect(
      problemOf((chart) => new ExposedApp(chart, 'a', { image: 'a:1', exposures: [externalName] } as never)),
    ).toMatch(/has pods/);
    expect(problemOf((chart) => new ExposedApp(chart, 'a', {} as never))).toMatch(/nothing to expose/);
    expect(problemOf((chart) => new ExposedApp(chart, 'a', { exposures: [Exposure.clusterIp()] } as never))).toMatch(
      /needs pods/,
    );
  });
});

test('any field can still be overridden without loss', () => {
  const objects = synthesize((chart) => {
    const app = new ExposedApp(chart, 'web', {
      image: 'web:1',
      ports: [{ name: 'http', number: 80 }],
      exposures: [Exposure.clusterIp()],
    });
    app.services['web']?.addJsonPatch(
      JsonPatch.add('/spec/fieldOfTomorrow', { a: 'b' }),
      JsonPatch.replace('/spec/ports/0/targetPort', 'x'),
    );
  });
  expect(objects['Service web']!.spec).toMatchObject({ fieldOfTomorrow: { a: 'b' }, ports: [{ targetPort: 'x' }] });
});
