import { Env, ExposedApp, Volume } from '../../lib';
import type { ContainerAppProps, ExposedAppProps } from '../../lib';
import { problemOf, synthesize } from './synthesize';

const app = { image: 'registry.example.com/web:1.0.0', ports: [{ name: 'http', number: 8080 }] } as const;
type Props = Partial<ContainerAppProps<'http'>>;
const web = (props: object, target = {}) =>
  synthesize((chart) => new ExposedApp(chart, 'web', { ...app, ...props }), target);
const refused = (props: object, target = {}) =>
  problemOf((chart) => new ExposedApp(chart, 'web', { ...app, ...props }), target);
const podOf = (props: object, target = {}) => web(props, target)['Deployment web']!.spec.template.spec;

describe('by default', () => {
  const objects = web({});
  const { spec } = objects['Deployment web']!;
  const pod = spec.template.spec;

  test('the pod meets Pod Security "restricted"', () => {
    expect(pod.securityContext).toEqual({ runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } });
    expect(pod.containers[0].securityContext).toEqual({
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'] },
      readOnlyRootFilesystem: true,
    });
    expect(pod.automountServiceAccountToken).toBe(false);
    expect(pod.enableServiceLinks).toBe(false);
  });

  test('two pods on different nodes, a drain of one at a time, and time to finish requests', () => {
    expect(spec.replicas).toBe(2);
    expect(pod.topologySpreadConstraints).toEqual([
      {
        maxSkew: 1,
        topologyKey: 'kubernetes.io/hostname',
        whenUnsatisfiable: 'ScheduleAnyway',
        labelSelector: spec.selector,
      },
    ]);
    expect(objects['PodDisruptionBudget web']!.spec).toEqual({ maxUnavailable: 1, selector: spec.selector });
    expect(pod.containers[0].lifecycle).toEqual({ preStop: { sleep: { seconds: 5 } } });
  });

  test('the selector holds the name alone', () => {
    expect(spec.selector).toEqual({ matchLabels: { 'app.kubernetes.io/name': 'web' } });
  });
});

describe('each relaxation is one prop', () => {
  test.each<[Props, object]>([
    [{ runAsRoot: true }, { runAsNonRoot: false }],
    [{ writableRootFilesystem: true }, { readOnlyRootFilesystem: false }],
    [{ allowPrivilegeEscalation: true }, { allowPrivilegeEscalation: true }],
    [{ addCapabilities: ['NET_BIND_SERVICE'] }, { capabilities: { drop: ['ALL'], add: ['NET_BIND_SERVICE'] } }],
    [{ privileged: true }, { privileged: true, allowPrivilegeEscalation: true }],
    [{ unconfinedSeccomp: true }, { seccompProfile: { type: 'Unconfined' } }],
    [{ securityContext: { procMount: 'Default' } }, { procMount: 'Default', allowPrivilegeEscalation: false }],
  ])('%j', (props, expected) => {
    expect(podOf(props).containers[0].securityContext).toMatchObject(expected);
  });

  test('a token for the API server', () => {
    expect(podOf({ mountServiceAccountToken: true, serviceAccount: 'web' })).toMatchObject({
      automountServiceAccountToken: true,
      serviceAccountName: 'web',
    });
  });
});

test('a port below 1024 is opened to any user by a sysctl that "restricted" allows', () => {
  expect(podOf({ ports: [{ name: 'http', number: 80 }] }).securityContext.sysctls).toEqual([
    { name: 'net.ipv4.ip_unprivileged_port_start', value: '0' },
  ]);
});

test('a container with everything', () => {
  const pod = podOf({
    imagePullPolicy: 'Always',
    command: ['/web'],
    args: ['--port', '8080'],
    workingDir: '/srv',
    env: {
      MODE: 'fast',
      TOKEN: Env.secret('web', 'token'),
      LEVEL: Env.configMap({ name: 'web' }, 'level'),
      IP: Env.field('status.podIP'),
    },
    envFrom: [
      { configMap: 'defaults', prefix: 'D_' },
      { secret: 'more', optional: true },
    ],
    volumes: { config: Volume.configMap('web', { items: { 'a.conf': 'a.conf' } }), data: Volume.claim('data') },
    mounts: { '/etc/web': { volume: 'config', readOnly: true }, '/data': 'data' },
    writableDirectories: ['/tmp'],
    resources: { requests: { cpu: '100m' }, limits: { memory: '64Mi' } },
    lifecycle: { preStop: { exec: ['/bye'] } },
    probes: {
      liveness: { http: { path: '/live', headers: { Host: 'web' } }, periodSeconds: 5 },
      readiness: { tcp: {} },
      startup: { exec: ['/up'], failureThreshold: 30 },
    },
  });
  expect(pod).toMatchSnapshot();
});

test('a gRPC probe needs the number of the port', () => {
  const [container] = podOf({ probes: { readiness: { grpc: { port: 'http', service: 'web' } } } }).containers;
  expect(container.readinessProbe).toEqual({ grpc: { port: 8080, service: 'web' } });
});

test('a probe finds the port of its own container, and that of a neighbour by number', () => {
  const pod = synthesize(
    (chart) =>
      new ExposedApp(chart, 'web', {
        containers: [
          {
            name: 'main',
            image: 'main:1',
            ports: [{ name: 'http', number: 8080 }],
            probes: { readiness: { http: {} } },
          },
          {
            name: 'proxy',
            image: 'proxy:1',
            ports: [{ name: 'admin', number: 9000 }],
            probes: { liveness: { http: { port: 'http' } } },
          },
        ],
      }),
  )['Deployment web']!.spec.template.spec;
  expect(pod.containers[0].readinessProbe.httpGet.port).toBe('http');
  expect(pod.containers[1].livenessProbe.httpGet.port).toBe(8080);
});

describe('how many', () => {
  test('autoscaling leaves the number of replicas to the autoscaler', () => {
    const objects = web({
      autoscaling: { minReplicas: 3, maxReplicas: 10 },
      resources: { requests: { cpu: '100m' } },
    });
    expect(objects['Deployment web']!.spec).not.toHaveProperty('replicas');
    expect(objects['HorizontalPodAutoscaler web']!.spec).toEqual({
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' },
      minReplicas: 3,
      maxReplicas: 10,
      metrics: [
        { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 80 } } },
      ],
    });
  });

  test('autoscaling by CPU needs a request to divide by', () => {
    expect(refused({ autoscaling: { maxReplicas: 3 } })).toMatch(/container 'web' requests none/);
  });

  test('a StatefulSet has a headless Service, and claims that the pods mount', () => {
    const objects = web({
      stateful: { volumeClaims: { data: { size: '1Gi', storageClassName: 'fast' } }, podManagementPolicy: 'Parallel' },
      mounts: { '/data': 'data' },
      updateStrategy: { partition: 1 },
    });
    const { spec } = objects['StatefulSet web']!;
    expect(spec).toMatchObject({
      serviceName: 'web-headless',
      replicas: 1,
      podManagementPolicy: 'Parallel',
      updateStrategy: { type: 'RollingUpdate', rollingUpdate: { partition: 1 } },
    });
    expect(spec.volumeClaimTemplates[0]).toEqual({
      metadata: { name: 'data' },
      spec: { accessModes: ['ReadWriteOnce'], storageClassName: 'fast', resources: { requests: { storage: '1Gi' } } },
    });
    expect(spec.template.spec).not.toHaveProperty('volumes');
    expect(objects['Service web-headless']!.spec.clusterIP).toBe('None');
  });

  test('one replica needs neither spread nor budget nor wait', () => {
    const objects = web({ replicas: 1 });
    expect(Object.keys(objects)).toEqual(['Deployment web']);
    const pod = objects['Deployment web']!.spec.template.spec;
    expect(pod).not.toHaveProperty('topologySpreadConstraints');
    expect(pod.containers[0]).not.toHaveProperty('lifecycle');
  });

  test('a budget and a spread of your own, or none', () => {
    const own = web({ disruptionBudget: { minAvailable: '50%' }, topologySpread: [{ maxSkew: 2 }] });
    expect(own['PodDisruptionBudget web']!.spec.minAvailable).toBe('50%');
    expect(own['Deployment web']!.spec.template.spec.topologySpreadConstraints).toEqual([{ maxSkew: 2 }]);
    expect(Object.keys(web({ disruptionBudget: false, topologySpread: false }))).toEqual(['Deployment web']);
  });
});

test('several containers, sidecars and init containers share the ports of the pod', () => {
  const props: ExposedAppProps<'http' | 'metrics'> = {
    containers: [
      { name: 'main', image: 'main:1', ports: [{ name: 'http', number: 8080 }] },
      { name: 'helper', image: 'helper:1' },
    ],
    sidecars: [{ name: 'proxy', image: 'proxy:1', ports: [{ name: 'metrics', number: 9102 }] }],
    initContainers: [{ name: 'migrate', image: 'main:1', args: ['migrate'] }],
  };
  const pod = synthesize((chart) => new ExposedApp(chart, 'web', props))['Deployment web']!.spec.template.spec;
  expect(pod.containers.map(({ name }: { name: string }) => name)).toEqual(['main', 'helper']);
  expect(pod.initContainers.map(({ name, restartPolicy }: Record<string, string>) => [name, restartPolicy])).toEqual([
    ['proxy', 'Always'],
    ['migrate', undefined],
  ]);
  expect(problemOf((chart) => new ExposedApp(chart, 'web', props), { kubernetes: '1.28' })).toMatch(
    /sidecars need Kubernetes 1\.29/,
  );
});

describe('what cannot work is refused', () => {
  test.each<[string, Props, RegExp]>([
    [
      'port 0',
      { ports: [{ name: 'http', number: 0 }] },
      /number of port 'http' is 0\. A port is a whole number from 1 to 65535/,
    ],
    ['port 70000', { ports: [{ name: 'http', number: 70000 }] }, /is 70000/],
    [
      'a port name that is too long',
      { ports: [{ name: 'x'.repeat(16) as 'http', number: 80 }] },
      /port name 'x{16}' is not valid/,
    ],
    [
      'a port that stands twice',
      {
        ports: [
          { name: 'http', number: 80 },
          { name: 'b' as 'http', number: 80 },
        ],
      },
      /both 80\/TCP/,
    ],
    ['an empty image', { image: ' ' }, /image of container 'web'/],
    ['a negative number of replicas', { replicas: -1 }, /replicas is -1/],
    ['a mount of no volume', { mounts: { '/x': 'data' } }, /mounts the volume 'data', which is not in `volumes`/],
    ['a wait as long as the grace period', { drainSeconds: 30 }, /terminationGracePeriodSeconds is 30/],
    ['a name with capitals', { name: 'Web' }, /name is 'Web'/],
    ['a name that is too long', { name: 'w'.repeat(64) }, /not valid/],
    ['a namespace that is none', { namespace: 'a.b' }, /namespace 'a\.b'/],
    ['a label that is none', { labels: { 'a b': 'c' } }, /label a b/],
    [
      'a probe without a question',
      { probes: { liveness: { periodSeconds: 3 } as never } },
      /liveness of container 'web' does not say how to ask/,
    ],
  ])('%s', (_, props, problem) => {
    expect(refused(props)).toMatch(problem);
  });

  test('a probe that names no port where there are several', () => {
    const ports = [
      { name: 'http', number: 8080 },
      { name: 'admin', number: 9090 },
    ] as const;
    const problem = problemOf(
      (chart) => new ExposedApp(chart, 'web', { image: 'web:1', ports, probes: { readiness: { http: {} } } }),
    );
    expect(problem).toMatch(/names no port.*several: 'http' and 'admin'/);
  });
});
