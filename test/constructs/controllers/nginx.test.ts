import { Chart, Testing } from 'cdk8s';
import { ExposedApp, Exposure, IngressController, Target, podSecurity, validateManifest } from '../../../lib';
import type { IngressProps, NginxProps, ServiceExposure } from '../../../lib';
import type { Written } from '../synthesize';

const balanced = [Exposure.loadBalancer()] as const;
type Ways = (controller: IngressController) => ServiceExposure<'http' | 'dns'>;

function install(props: Partial<NginxProps> = {}, ...ways: Ways[]): readonly Written[] {
  const chart = new Chart(Testing.app(), 'chart', { namespace: 'elsewhere' });
  Target.set(chart, new Target({ kubernetes: '1.36' }));
  const controller = IngressController.nginx(chart, 'nginx', { exposures: balanced, ...props });
  if (ways.length > 0)
    new ExposedApp(chart, 'web', {
      namespace: 'shop',
      image: 'registry.example.com/web:1.0.0',
      ports: [
        { name: 'http', number: 8080 },
        { name: 'dns', number: 5353, protocol: 'UDP' },
      ],
      exposures: ways.map((way) => way(controller)),
    });
  return Testing.synth(chart) as Written[];
}

const ingress =
  (more: Partial<IngressProps<'http'>>): Ways =>
  (controller) =>
    Exposure.ingress({ controller, host: 'shop.example.com', port: 'http', ...more } as IngressProps<'http'>);
const limited = ingress({ options: { allowSources: ['10.0.0.0/8'] } });
const tcp: Ways = (controller) => Exposure.tcpRoute({ controller, listenPort: 5432, port: 'http' });
const udp: Ways = (controller) => Exposure.udpRoute({ controller, listenPort: 53, port: 'dns' });

const named = (objects: readonly Written[], kind: string, name = 'nginx'): Written =>
  objects.find((object) => object.kind === kind && object.metadata.name === name)!;
const workloadOf = (objects: readonly Written[]): Written =>
  objects.find(({ kind, metadata: { name } }) => ['Deployment', 'DaemonSet'].includes(kind) && name === 'nginx')!;
const podOf = (objects: readonly Written[]) => workloadOf(objects).spec.template.spec;
const argsOf = (objects: readonly Written[]): string[] => podOf(objects).containers[0].args;
const dataOf = (objects: readonly Written[]) =>
  (named(objects, 'ConfigMap') as unknown as { data: Record<string, string> }).data;
const definitions = (objects: readonly Written[]) =>
  objects.filter(({ kind }) => kind === 'CustomResourceDefinition').length;
const withoutDefinitions = (objects: readonly Written[]) =>
  objects.filter(({ kind }) => kind !== 'CustomResourceDefinition');
const refusal = (props: Partial<NginxProps>, ...ways: Ways[]): string => {
  try {
    install(props, ...ways);
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
    udpPorts: [53],
    proxyProtocolFrom: ['10.0.0.0/8'],
    forwardedHeadersFrom: ['192.0.2.1/32'],
    networkPolicy: { metricsFrom: { 'kubernetes.io/metadata.name': 'monitoring' } },
    watchNamespaces: ['shop', 'blog'],
    autoscaling: { maxReplicas: 5 },
    statusAddress: 'edge.example.com',
    defaultCertificate: 'ingress/default-tls',
    httpPort: 9080,
    httpsPort: 8443,
    labels: { team: 'platform' },
    logLevel: 'warning',
  });
  expect(withoutDefinitions(objects)).toMatchSnapshot();
});

const variants: Record<string, Partial<NginxProps>> = {
  'load balancer': { tcpPorts: [5432], udpPorts: [53] },
  'host port': { exposures: [Exposure.hostPort()], statusAddress: '192.0.2.1' },
  'host network': {
    exposures: [Exposure.hostNetwork()],
    statusAddress: '192.0.2.1',
    httpPort: 8000,
    httpsPort: 8443,
  },
  'node port': { exposures: [Exposure.nodePort()], statusAddress: 'edge.example.com' },
  'external IPs': { exposures: [Exposure.externalIps({ ips: ['192.0.2.1'] })] },
  'cluster IP': { exposures: [Exposure.clusterIp()], statusAddress: 'edge.example.com' },
  'some namespaces': { watchNamespaces: ['shop', 'blog'] },
};

describe.each(Object.entries(variants))('%s', (_name, props) => {
  const objects = install(props, limited);

  test('passes for an API server', () => {
    for (const object of objects) expect(validateManifest(object, { kubernetes: '1.36' })).toEqual([]);
  });

  test('fits into its own namespace', () => {
    const { level } = podSecurity(workloadOf(objects));
    const namespace = named(objects, 'Namespace');
    expect(namespace.metadata.labels!['pod-security.kubernetes.io/enforce']).toBe(level);
  });
});

describe('the address that Ingresses report', () => {
  const told = (objects: readonly Written[]) => [
    argsOf(objects).find((arg) => arg.startsWith('-external-service')),
    dataOf(objects)['external-status-address'],
  ];

  test('that of the load balancer, of the external IPs, or the one that is given', () => {
    expect(told(install())).toEqual(['-external-service=nginx-load-balancer', undefined]);
    expect(told(install(variants['external IPs']))).toEqual([undefined, '192.0.2.1']);
    expect(told(install({ statusAddress: 'edge.example.com' }))).toEqual([undefined, 'edge.example.com']);
    expect(refusal({ exposures: [Exposure.hostPort()] })).toMatch(/Nothing settles the address/);
  });

  test('its Service is watched', () => {
    expect(argsOf(install({ watchNamespaces: ['shop'] }))).toContain('-watch-namespace=nginx,shop');
    expect(argsOf(install({ watchNamespaces: ['shop'], statusAddress: '192.0.2.1' }))).toContain(
      '-watch-namespace=shop',
    );
  });
});

describe('its own kinds', () => {
  test('are read and defined from the first route on that takes them', () => {
    const plain = install({}, ingress({}));
    expect(definitions(plain)).toBe(0);
    expect(argsOf(plain)).toContain('-enable-custom-resources=false');
    expect(JSON.stringify(plain)).not.toContain('k8s.nginx.org');
    const objects = install({}, limited);
    expect(definitions(objects)).toBe(5);
    expect(argsOf(objects)).not.toContain('-enable-custom-resources=false');
    expect(objects.findIndex(({ kind }) => kind === 'CustomResourceDefinition')).toBeLessThan(
      objects.findIndex(({ kind }) => kind === 'Policy'),
    );
    expect(definitions(install({ customResources: 'install' }))).toBe(5);
    expect(definitions(install({ customResources: 'present' }, limited))).toBe(0);
    expect(refusal({ customResources: 'none' }, limited)).toMatch(/customResources 'none'/);
  });

  test('say on which ports it listens', () => {
    const objects = install({ tcpPorts: [5432], udpPorts: [53] }, tcp, udp);
    expect(named(objects, 'GlobalConfiguration').spec).toEqual({
      listeners: [
        { name: 'tcp-5432', port: 5432, protocol: 'TCP' },
        { name: 'udp-53', port: 53, protocol: 'UDP' },
      ],
    });
    expect(argsOf(objects)).toContain('-global-configuration=nginx/nginx');
    expect(objects.filter(({ kind }) => kind === 'TransportServer')).toHaveLength(2);
    expect(refusal({}, tcp)).toMatch(/add 5432 to its tcpPorts/);
    expect(refusal({ tcpPorts: [53] }, udp)).toMatch(/add 53 to its udpPorts/);
  });
});

test('flags are given when a route needs them', () => {
  const passthrough = ingress({ options: { tlsPassthrough: true } });
  expect(argsOf(install({}, passthrough))).toContain('-enable-tls-passthrough');
  expect(argsOf(install({ httpsPort: 8443 }, passthrough))).toContain('-tls-passthrough-port=8443');
  const everyHost = ingress({ host: undefined, defaultBackend: { port: 'http' }, port: undefined } as never);
  expect(argsOf(install({}, everyHost))).toContain('-allow-empty-ingress-host');
  expect(argsOf(install({}, ingress({}))).join()).not.toMatch(/passthrough|empty-ingress-host/);
});

test('writes no Service, and Secrets of the watched namespaces alone are read', () => {
  const rules = (objects: readonly Written[]) =>
    (named(objects, 'ClusterRole') as unknown as { rules: { resources: string[]; verbs: string[] }[] }).rules;
  const written = rules(install({}, limited)).filter(({ verbs }) => verbs.includes('update'));
  expect(written.map(({ resources }) => resources)).toEqual([
    ['ingresses/status'],
    ['policies/status', 'transportservers/status', 'virtualserverroutes/status', 'virtualservers/status'],
  ]);
  expect(rules(install({ watchNamespaces: ['shop'] })).flatMap(({ resources }) => resources)).toEqual([
    'ingressclasses',
    'namespaces',
  ]);
});

test('keeps the port that redirects lead to, and binds it without being root', () => {
  const { containers, securityContext, initContainers } = podOf(install());
  expect(containers[0].ports.map(({ containerPort }: { containerPort: number }) => containerPort)).toEqual([
    80, 443, 8081, 9113,
  ]);
  expect(securityContext.sysctls).toEqual([{ name: 'net.ipv4.ip_unprivileged_port_start', value: '0' }]);
  for (const { securityContext: own } of [containers[0], initContainers[0]])
    expect(own).toMatchObject({ readOnlyRootFilesystem: true, runAsUser: 101, allowPrivilegeEscalation: false });
  expect(containers[0].securityContext.capabilities).toEqual({ drop: ['ALL'], add: ['NET_BIND_SERVICE'] });
  expect(refusal({ exposures: [Exposure.hostNetwork()], statusAddress: '192.0.2.1' })).toMatch(
    /below 1024 on the host network/,
  );
});

describe('refused', () => {
  const table: [Partial<NginxProps>, RegExp][] = [
    [{ image: 'nginx/nginx-ingress:5.4.0' }, /releases from 5\.5\.4 on/],
    [{ tcpPorts: [8080] }, /names 8080, which NGINX needs itself/],
    [{ tcpPorts: [5432], customResources: 'none' }, /customResources is 'none'/],
    [{ externalNameServices: true }, /NGINX Plus alone/],
    [{ defaultCertificate: 'tls' }, /namespace\/name/],
  ];
  test.each(table)('%j', (props, problem) => {
    expect(refusal(props)).toMatch(problem);
  });
});
