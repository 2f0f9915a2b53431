import type { Container, KubeObject, PodSpec } from '../e2e/objects';
import { podTemplateOf } from '../e2e/objects';
import { replacePods } from '../e2e/rewrite/pods';
import { replaceClaims } from '../e2e/rewrite/storage';
import { deployment, facts, service } from './facts';

const echo = { image: 'echo:1' };

function replaced(spec: PodSpec, others: readonly KubeObject[] = []): PodSpec {
  const { documents } = replacePods([deployment('web', 'a', spec), ...others], echo, facts.nodes);
  const pod = documents[0] === undefined ? undefined : podTemplateOf(documents[0])?.spec;
  if (pod === undefined) throw new Error('no pod');
  return pod;
}

function only(container: Container, others: readonly KubeObject[] = []): Container {
  const [first] = replaced({ containers: [container] }, others).containers;
  if (first === undefined) throw new Error('no container');
  return first;
}

const ports = (container: Container): string | undefined =>
  container.env?.find(({ name }) => name === 'ECHO_PORTS')?.value;

test('image and program go, ports and rights stay', () => {
  const container = only({
    name: 'web',
    image: 'web:1',
    command: ['serve'],
    args: ['x'],
    resources: { requests: { cpu: '8' } },
    ports: [{ containerPort: 8080 }, { containerPort: 53, protocol: 'UDP' }],
    securityContext: { readOnlyRootFilesystem: true, runAsUser: 7 },
  });
  expect(container).toMatchObject({ image: 'echo:1', securityContext: { readOnlyRootFilesystem: true, runAsUser: 7 } });
  expect(container).not.toHaveProperty('command');
  expect(container).not.toHaveProperty('args');
  expect(container).not.toHaveProperty('resources');
  expect(ports(container)).toBe('8080,53/udp');
});

test('a port of both protocols is named once', () => {
  const both = [{ containerPort: 53 }, { containerPort: 53, protocol: 'UDP' }];
  expect(ports(only({ name: 'dns', ports: both }))).toBe('53');
});

test('ports that only probes and Services name are served too, and a container without any gets one', () => {
  const toNumber = service('web', 'a', { selector: { app: 'web' }, ports: [{ port: 80, targetPort: 8443 }] });
  const readinessProbe = { httpGet: { path: '/', port: 8081 } };
  expect(ports(only({ name: 'web', readinessProbe }, [toNumber]))).toBe('8081,8443');
  const elsewhere = service('web', 'b', { selector: { app: 'web' }, ports: [{ port: 80 }] });
  expect(ports(only({ name: 'web' }, [elsewhere]))).toBe('61000');
});

test('the program of our own is run where the image is none', () => {
  const program = { source: 'run()', certificate: 'C', key: 'K' };
  const { documents } = replacePods(
    [deployment('web', 'a', { containers: [{ name: 'web' }] })],
    { image: 'node:1', program },
    facts.nodes,
  );
  const [container] = documents.flatMap((document) => podTemplateOf(document)?.spec.containers ?? []);
  expect(container).toMatchObject({ image: 'node:1', command: ['node', '-e', 'run()'] });
  expect(container?.env).toContainEqual({ name: 'ECHO_CERTIFICATE', value: 'C' });
});

test('the application keeps its environment but for names that the echo server reads', () => {
  const { env } = only({
    name: 'web',
    env: [
      { name: 'A', value: '1' },
      { name: 'NODE_OPTIONS', value: '--bad' },
    ],
  });
  expect(env?.map(({ name }) => name)).toEqual(['A', 'ECHO_PORTS', 'ECHO_SAY', 'POD_NAME', 'NODE_NAME']);
});

test('probes ask what an echo server answers', () => {
  const container = only({
    name: 'web',
    ports: [{ containerPort: 9000 }],
    readinessProbe: { grpc: { port: 9000 }, periodSeconds: 5 },
    livenessProbe: { exec: { command: ['check'] }, initialDelaySeconds: 60 },
    startupProbe: { httpGet: { path: '/up', port: 9000, host: 'example.com' } },
    lifecycle: { preStop: { sleep: { seconds: 5 } } },
  });
  expect(container).toMatchObject({
    readinessProbe: { tcpSocket: { port: 9000 }, periodSeconds: 5 },
    livenessProbe: { tcpSocket: { port: 9000 }, initialDelaySeconds: 0 },
    startupProbe: { httpGet: { path: '/up', port: 9000 } },
    lifecycle: { preStop: { sleep: { seconds: 5 } } },
  });
  expect(container.startupProbe?.httpGet).not.toHaveProperty('host');
});

test('init containers that end are left out, sidecars stay', () => {
  const initContainers = [
    { name: 'migrate' },
    { name: 'proxy', restartPolicy: 'Always', ports: [{ containerPort: 1 }] },
  ];
  const pod = replaced({ containers: [{ name: 'web' }], initContainers });
  expect(pod.initContainers?.map(({ name }) => name)).toEqual(['proxy']);
  expect(pod.containers[0] === undefined ? '' : ports(pod.containers[0])).toBe('61001');
});

test("a pod that must not be root gets a user, since the image's went", () => {
  const securityContext = { runAsNonRoot: true };
  expect(replaced({ containers: [{ name: 'web' }], securityContext }).containers[0]?.securityContext).toEqual({
    runAsUser: 65_532,
  });
  const root = replaced({ containers: [{ name: 'web', securityContext: { runAsNonRoot: false } }], securityContext });
  expect(root.containers[0]?.securityContext).toEqual({ runAsNonRoot: false });
});

test('volumes of other clusters become empty', () => {
  const volumes = [
    { name: 'a', hostPath: { path: '/' } },
    { name: 'b', configMap: { name: 'b' } },
    { name: 'c', persistentVolumeClaim: { claimName: 'c' } },
  ];
  expect(replaced({ containers: [{ name: 'web' }], volumes }).volumes).toEqual([
    { name: 'a', emptyDir: {} },
    { name: 'b', configMap: { name: 'b' } },
    { name: 'c', emptyDir: {} },
  ]);
});

test('what would keep a pod off every node is left out and said', () => {
  const pod = { containers: [{ name: 'web' }], nodeSelector: { disk: 'ssd' }, runtimeClassName: 'gvisor' };
  const { documents, changes } = replacePods([deployment('web', 'a', pod)], echo, facts.nodes);
  expect(changes).toEqual(['Deployment web: without nodeSelector', 'Deployment web: without runtimeClassName']);
  expect(JSON.stringify(documents)).not.toContain('nodeSelector');
  const fitting = { containers: [{ name: 'web' }], nodeSelector: { 'kubernetes.io/os': 'linux' } };
  expect(replacePods([deployment('web', 'a', fitting)], echo, facts.nodes).changes).toEqual([]);
});

describe('claims of a StatefulSet', () => {
  const stateful = {
    ...deployment('db', 'a', { containers: [{ name: 'db' }] }),
    kind: 'StatefulSet',
    spec: {
      template: { spec: { containers: [{ name: 'db' }] } },
      volumeClaimTemplates: [{ metadata: { name: 'data' }, spec: {} }],
    },
  } as KubeObject;

  test('become empty folders where no class fills them', () => {
    const { documents, changes } = replaceClaims([stateful], facts);
    expect(changes).toEqual(['StatefulSet db: no storage class fills data: emptyDir']);
    expect(documents[0]).toMatchObject({ spec: { template: { spec: { volumes: [{ name: 'data', emptyDir: {} }] } } } });
    expect(documents[0]).not.toHaveProperty('spec.volumeClaimTemplates');
  });

  test('stay where one does', () => {
    expect(replaceClaims([stateful], { ...facts, defaultStorage: true }).documents).toEqual([stateful]);
  });
});
