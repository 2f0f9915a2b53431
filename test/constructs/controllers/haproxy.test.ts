import { Chart, Testing } from 'cdk8s';
import { ExposedApp, Exposure, IngressController, Target, podSecurity, validateManifest } from '../../../lib';
import type { HaproxyProps, IngressProps } from '../../../lib';
import type { Written } from '../synthesize';

const balanced = [Exposure.loadBalancer()] as const;
type RouteProps = Partial<IngressProps<'http'>>;

function install(props: Partial<HaproxyProps> = {}, ...routes: RouteProps[]): readonly Written[] {
  const chart = new Chart(Testing.app(), 'chart', { namespace: 'elsewhere' });
  Target.set(chart, new Target({ kubernetes: '1.36' }));
  const controller = IngressController.haproxy(chart, 'haproxy', { exposures: balanced, ...props });
  if (routes.length > 0)
    new ExposedApp(chart, 'web', {
      namespace: 'shop',
      image: 'registry.example.com/web:1.0.0',
      ports: [{ name: 'http', number: 8080 }],
      exposures: routes.map((route, i) =>
        Exposure.ingress({ name: `web-${i}`, controller, host: `${i}.example.com`, ...route } as IngressProps<'http'>),
      ),
    });
  return Testing.synth(chart) as Written[];
}

/** The ports of several applications that a controller leads to. */
function leading(props: Partial<HaproxyProps>, ...listenPorts: number[]): readonly Written[] {
  const chart = new Chart(Testing.app(), 'chart');
  const controller = IngressController.haproxy(chart, 'haproxy', { exposures: balanced, ...props });
  for (const [i, listenPort] of listenPorts.entries())
    new ExposedApp(chart, `db-${i}`, {
      namespace: 'shop',
      image: 'registry.example.com/db:1.0.0',
      ports: [{ name: 'sql', number: 5432 }],
      exposures: [Exposure.tcpRoute({ controller, listenPort })],
    });
  return Testing.synth(chart) as Written[];
}

const named = (objects: readonly Written[], kind: string, name: string): Written =>
  objects.find((object) => object.kind === kind && object.metadata.name === name)!;
const workloadOf = (objects: readonly Written[]): Written =>
  objects.find(({ kind, metadata: { name } }) => ['Deployment', 'DaemonSet'].includes(kind) && name === 'haproxy')!;
const podOf = (objects: readonly Written[]) => workloadOf(objects).spec.template.spec;
const argsOf = (objects: readonly Written[]): string[] => podOf(objects).containers[0].args;
const dataOf = (objects: readonly Written[], name: string) =>
  (named(objects, 'ConfigMap', name) as unknown as { data: Record<string, string> }).data;
const refusal = (program: () => unknown): string => {
  try {
    program();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('The program was not refused.');
};

test('everything that a real installation needs', () => {
  expect(install()).toMatchSnapshot();
});

test('with everything that can be said of it', () => {
  const objects = install({
    name: 'edge',
    className: 'public',
    namespace: 'ingress',
    default: true,
    tcpPorts: [5432],
    proxyProtocolFrom: ['10.0.0.0/8', '192.0.2.1/32'],
    externalNameServices: true,
    networkPolicy: { metricsFrom: { 'kubernetes.io/metadata.name': 'monitoring' } },
    watchNamespaces: ['shop', 'blog'],
    autoscaling: { maxReplicas: 5 },
    statusAddress: 'edge.example.com',
    defaultCertificate: 'ingress/default-tls',
    redirectPort: 8443,
    labels: { team: 'platform' },
    logLevel: 'warning',
  });
  expect(objects).toMatchSnapshot();
});

const silent = { reportStatus: false } as const;
const variants: Record<string, Partial<HaproxyProps>> = {
  'load balancer': { tcpPorts: [5432] },
  'host port': { exposures: [Exposure.hostPort()], ...silent },
  'host network': { exposures: [Exposure.hostNetwork()], ...silent },
  'node port': { exposures: [Exposure.nodePort()], statusAddress: '192.0.2.1', externalNameServices: true },
  'external IPs': { exposures: [Exposure.externalIps({ ips: ['192.0.2.1'] })], externalNameServices: true },
  'cluster IP': { exposures: [Exposure.clusterIp()], ...silent },
  'some namespaces': { watchNamespaces: ['shop', 'blog'] },
};

describe.each(Object.entries(variants))('%s', (_name, props) => {
  const objects = install(props, { options: { hsts: { maxAgeSeconds: 60 } } });

  test('passes for an API server', () => {
    for (const object of objects) expect(validateManifest(object, { kubernetes: '1.36' })).toEqual([]);
  });

  test('fits into its own namespace', () => {
    const { level } = podSecurity(workloadOf(objects));
    const namespace = named(objects, 'Namespace', 'haproxy');
    expect(namespace.metadata.labels!['pod-security.kubernetes.io/enforce']).toBe(level);
  });
});

describe('the address that Ingresses report', () => {
  const told = (objects: readonly Written[]) => argsOf(objects).filter((arg) => /publish|status/.test(arg));

  test('that of the load balancer', () => {
    expect(told(install())).toEqual(['--publish-service=haproxy/haproxy-load-balancer']);
  });

  test('another one by a Service of type ExternalName, which it has to follow', () => {
    const objects = install({ statusAddress: '192.0.2.1', externalNameServices: true });
    expect(told(objects)).toEqual(['--publish-service=haproxy/haproxy-address']);
    expect(named(objects, 'Service', 'haproxy-address').spec).toEqual({
      type: 'ExternalName',
      externalName: '192.0.2.1',
    });
    expect(refusal(() => install({ statusAddress: '192.0.2.1' }))).toMatch(
      /from a Service of type ExternalName alone.*Set externalNameServices .*reportStatus: false/,
    );
    expect(refusal(() => install({ statusAddress: '2001:db8::1', externalNameServices: true }))).toMatch(
      /cannot hold '2001:db8::1'/,
    );
    expect(refusal(() => install({ exposures: [Exposure.hostPort()] }))).toMatch(/Nothing settles the address/);
  });

  test('none, and no right to write it', () => {
    const objects = install({ exposures: [Exposure.hostPort()], ...silent });
    expect(told(objects)).toEqual(['--disable-ingress-status-update']);
    expect(JSON.stringify(named(objects, 'ClusterRole', 'haproxy'))).not.toMatch(/status|update/);
  });
});

test('reads and writes no more than it needs', () => {
  const rules = (kind: string, name: string, objects: readonly Written[]) =>
    (named(objects, kind, name) as unknown as { rules: { resources: string[]; verbs: string[] }[] }).rules;
  const written = rules('ClusterRole', 'haproxy', install()).filter(({ verbs }) => verbs.includes('update'));
  expect(written.map(({ resources }) => resources)).toEqual([['ingresses/status']]);
  const some = install({ watchNamespaces: ['shop'] });
  expect(rules('ClusterRole', 'haproxy', some).flatMap(({ resources }) => resources)).not.toContain('secrets');
  const roles = some
    .filter(({ kind }) => kind === 'Role')
    .map(({ metadata }) => `${metadata.namespace}/${metadata.name}`);
  expect(roles).toEqual(['haproxy/haproxy', 'shop/haproxy', 'haproxy/haproxy-own']);
  expect(argsOf(some)).toContain('--namespace-whitelist=shop');
});

describe('what routes need', () => {
  test('redirects lead to the port of clients', () => {
    expect(dataOf(install(), 'haproxy')).toEqual({ 'ssl-redirect-port': '443' });
    expect(dataOf(install({ redirectPort: 30443 }), 'haproxy')).toEqual({ 'ssl-redirect-port': '30443' });
  });

  test('its class has its own controller string', () => {
    expect(named(install({ className: 'public' }), 'IngressClass', 'public').spec).toEqual({
      controller: 'haproxy.org/ingress-controller/public',
    });
  });

  test('ports without HTTP lead where the routes say', () => {
    const objects = leading({ tcpPorts: [5432, 5433] }, 5432, 5433);
    expect(dataOf(objects, 'haproxy-tcp')).toEqual({ '5432': 'shop/db-0:5432', '5433': 'shop/db-1:5432' });
    expect(argsOf(objects)).toContain('--configmap-tcp-services=haproxy/haproxy-tcp');
    expect(refusal(() => leading({ tcpPorts: [5432] }, 5432, 5432))).toMatch(/leads to shop\/db-0:5432 already/);
    expect(refusal(() => leading({}, 5432))).toMatch(/add 5432 to its tcpPorts/);
  });

  test('names outside are followed where the controller says so', () => {
    const options = { externalNameBackend: true } as const;
    expect(refusal(() => install({}, { options }))).toMatch(/set its externalNameServices/);
    expect(argsOf(install({}))).toContain('--disable-service-external-name');
    expect(argsOf(install({ externalNameServices: true }, { options }))).not.toContain(
      '--disable-service-external-name',
    );
  });

  test('a Service with a canary has no other Ingress', () => {
    const canary = { service: 'web-next', port: 8080, weight: 20 };
    expect(install({}, { options: { canary } }).filter(({ kind }) => kind === 'Ingress')).toHaveLength(2);
    expect(refusal(() => install({}, { options: { canary } }, {}))).toMatch(
      /2 Ingresses lead to the Service 'web'\. .*an application of its own/,
    );
  });
});

describe('refused', () => {
  const table: [Partial<HaproxyProps>, RegExp][] = [
    [{ image: 'haproxytech/kubernetes-ingress:3.1.4' }, /releases from 3\.2\.0 on/],
    [{ udpPorts: [53] }, /no proxy for UDP.*53/],
    [{ forwardedHeadersFrom: ['10.0.0.0/8'] }, /proxyProtocolFrom/],
    [{ defaultCertificate: 'tls' }, /namespace\/name/],
    [{ tcpPorts: [1042] }, /both 1042\/TCP/],
  ];
  test.each(table)('%j', (props, problem) => {
    expect(refusal(() => install(props))).toMatch(problem);
  });
});
