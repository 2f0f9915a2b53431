import { ApiObject, Chart, Testing } from 'cdk8s';
import { ExposedApp, Exposure, IngressController, Target, podSecurity, validateManifest } from '../../../lib';
import type { IngressProps, TraefikProps } from '../../../lib';
import type { Written } from '../synthesize';

const balanced = [Exposure.loadBalancer()] as const;

function install(
  props: Partial<TraefikProps> = {},
  route?: Partial<IngressProps<'http'>>,
  namespace?: string,
): readonly Written[] {
  const chart = new Chart(Testing.app(), 'chart', namespace === undefined ? {} : { namespace });
  Target.set(chart, new Target({ kubernetes: '1.36' }));
  const controller = IngressController.traefik(chart, 'traefik', { exposures: balanced, ...props });
  if (route !== undefined) {
    new ExposedApp(chart, 'web', {
      namespace: 'shop',
      image: 'registry.example.com/web:1.0.0',
      ports: [{ name: 'http', number: 8080 }],
      exposures: [Exposure.ingress({ controller, host: 'shop.example.com', ...route } as IngressProps<'http'>)],
    });
  }
  return Testing.synth(chart) as Written[];
}

const find = (objects: readonly Written[], kind: string): Written => objects.find((object) => object.kind === kind)!;
const workloadOf = (objects: readonly Written[]): Written =>
  objects.find(({ kind, metadata: { name } }) => ['Deployment', 'DaemonSet'].includes(kind) && name !== 'web')!;
const podOf = (objects: readonly Written[]) => workloadOf(objects).spec.template.spec;
const argsOf = (objects: readonly Written[]): string[] => podOf(objects).containers[0].args;
const withoutDefinitions = (objects: readonly Written[]) =>
  objects.filter(({ kind }) => kind !== 'CustomResourceDefinition');
const refusal = (props: Partial<TraefikProps>, route?: Partial<IngressProps<'http'>>): string => {
  try {
    install(props, route);
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
    customResources: 'present',
    tcpPorts: [5432],
    udpPorts: [53],
    proxyProtocolFrom: ['10.0.0.0/8'],
    forwardedHeadersFrom: ['10.0.0.0/8', '192.0.2.1/32'],
    externalNameServices: true,
    networkPolicy: { metricsFrom: { 'kubernetes.io/metadata.name': 'monitoring' } },
    autoscaling: { maxReplicas: 5 },
    statusAddress: 'edge.example.com',
    labels: { team: 'platform' },
    logLevel: 'WARN',
  });
  expect(objects).toMatchSnapshot();
});

const variants: Record<string, Partial<TraefikProps>> = {
  'load balancer': {},
  'host port': { exposures: [Exposure.hostPort()], statusAddress: '192.0.2.1' },
  'host network': { exposures: [Exposure.hostNetwork()], statusAddress: '192.0.2.1' },
  'node port': { exposures: [Exposure.nodePort()], statusAddress: 'edge.example.com' },
  'external IPs': { exposures: [Exposure.externalIps({ ips: ['192.0.2.1'] })] },
  'some namespaces': { watchNamespaces: ['shop', 'blog'], tcpPorts: [53], udpPorts: [53] },
};

describe.each(Object.entries(variants))('%s', (_name, props) => {
  const objects = install(props, { options: { compression: true } }, 'elsewhere');

  test('passes for an API server', () => {
    for (const object of objects)
      expect(validateManifest(object, { kubernetes: '1.36' }).filter(({ type }) => type !== 'Unchecked')).toEqual([]);
  });

  test('fits into its own namespace', () => {
    const namespace = find(objects, 'Namespace');
    const { level } = podSecurity(workloadOf(objects));
    expect(namespace.metadata.labels!['pod-security.kubernetes.io/enforce']).toBe(level);
    expect(namespace.metadata.namespace).toBeUndefined();
    expect(find(objects, 'ClusterRole').metadata.namespace).toBeUndefined();
    expect(workloadOf(objects).metadata.namespace).toBe('traefik');
  });
});

describe('ways in', () => {
  test('a load balancer keeps the address of clients unless it is told otherwise', () => {
    expect(find(install(), 'Service').spec.externalTrafficPolicy).toBe('Local');
    const told = install({
      exposures: [Exposure.loadBalancer({ preserveClientIp: false, address: '192.0.2.7' })],
    });
    expect(find(told, 'Service').spec).toMatchObject({ loadBalancerIP: '192.0.2.7' });
    expect(find(told, 'Service').spec.externalTrafficPolicy).toBeUndefined();
  });

  test('ports of the node: one pod on each, which an update takes away before the next', () => {
    const objects = install({ exposures: [Exposure.hostPort()], statusAddress: '192.0.2.1', tcpPorts: [5432] });
    const ports = podOf(objects).containers[0].ports.map(({ hostPort, containerPort }: Record<string, number>) => [
      hostPort,
      containerPort,
    ]);
    expect(workloadOf(objects).kind).toBe('DaemonSet');
    expect(ports).toEqual([
      [80, 8000],
      [443, 8443],
      [5432, 5432],
      [undefined, 8080],
      [undefined, 9100],
    ]);
    expect(workloadOf(objects).spec.updateStrategy?.rollingUpdate?.maxSurge ?? 0).toBe(0);
    expect(find(objects, 'Service')).toBeUndefined();
    expect(argsOf(objects)).toContain('--providers.kubernetesingress.ingressendpoint.ip=192.0.2.1');
  });

  test('low ports of the node are refused, and those of the pod are opened', () => {
    const low = { httpPort: 80, httpsPort: 443 };
    expect(refusal({ ...low, exposures: [Exposure.hostNetwork()], statusAddress: '192.0.2.1' })).toMatch(
      /below 1024 on the host network.*Exposure\.hostPort/,
    );
    expect(podOf(install(low)).securityContext.sysctls).toEqual([
      { name: 'net.ipv4.ip_unprivileged_port_start', value: '0' },
    ]);
  });

  test('no address for Ingresses to report', () => {
    for (const exposure of [Exposure.nodePort(), Exposure.hostPort(), Exposure.hostNetwork(), Exposure.clusterIp()])
      expect(refusal({ exposures: [exposure] })).toMatch(/Nothing settles the address .*Set statusAddress/);
    expect(refusal({ statusAddress: 'https://edge' })).toMatch(/neither an IP address nor a host name/);
  });
});

describe('rights', () => {
  const rules = (objects: readonly Written[], kind: string) =>
    (find(objects, kind) as unknown as { rules: { resources: string[]; verbs: string[] }[] }).rules;

  test('nothing is written but the status of Ingresses, and its own kinds are read when a route needs them', () => {
    for (const { verbs, resources } of rules(install({}, { options: { compression: true } }), 'ClusterRole'))
      expect([resources, verbs]).toEqual([
        resources,
        resources[0] === 'ingresses/status' ? ['update'] : ['list', 'watch'],
      ]);
    const resources = rules(install(), 'ClusterRole').flatMap((rule) => rule.resources);
    expect(resources).not.toContain('middlewares');
    expect(resources).not.toContain('configmaps');
  });

  test('Secrets of the watched namespaces alone', () => {
    const objects = install({ watchNamespaces: ['shop'] });
    expect(rules(objects, 'ClusterRole').flatMap(({ resources }) => resources)).toEqual(['nodes', 'ingressclasses']);
    expect(objects.filter(({ kind }) => kind === 'Role').map(({ metadata }) => metadata.namespace)).toEqual([
      'traefik',
      'shop',
    ]);
    expect(argsOf(objects)).toContain('--providers.kubernetesingress.namespaces=traefik,shop');
    const told = install({ watchNamespaces: ['shop'], statusAddress: '192.0.2.1' });
    expect(told.filter(({ kind }) => kind === 'RoleBinding').map(({ metadata }) => metadata.namespace)).toEqual([
      'shop',
    ]);
  });
});

describe('what routes need', () => {
  const kinds = (objects: readonly Written[]) =>
    objects.filter(({ kind }) => kind === 'CustomResourceDefinition').length;

  test('its own kinds are read and defined from the first route on that takes them', () => {
    expect(kinds(install({}, {}))).toBe(0);
    expect(argsOf(install({}, {})).join()).not.toContain('kubernetescrd');
    const objects = install({}, { options: { compression: true } });
    expect(kinds(objects)).toBe(10);
    expect(argsOf(objects)).toContain('--providers.kubernetescrd=true');
    expect(objects.findIndex(({ kind }) => kind === 'CustomResourceDefinition')).toBeLessThan(
      objects.findIndex(({ kind }) => kind === 'Middleware'),
    );
    expect(kinds(install({ customResources: 'install' }))).toBe(10);
    expect(kinds(install({ customResources: 'present' }, { options: { compression: true } }))).toBe(0);
    expect(refusal({ customResources: 'none' }, { options: { compression: true } })).toMatch(/customResources 'none'/);
  });

  test('the class of the controller', () => {
    expect(find(install({ name: 'edge' }, {}), 'Ingress').spec.ingressClassName).toBe('edge');
  });

  test('Services of type ExternalName only where the controller says so', () => {
    const options = { externalNameBackend: true } as const;
    expect(refusal({}, { options })).toMatch(/set its externalNameServices/);
    expect(argsOf(install({ externalNameServices: true }, { options }))).toContain(
      '--providers.kubernetesingress.allowexternalnameservices=true',
    );
  });
});

describe('refused', () => {
  const table: [Partial<TraefikProps>, RegExp][] = [
    [{ image: 'traefik:v3.6.2' }, /releases from 3\.7\.12 on/],
    [{ className: 'a,b' }, /IngressClass would be named 'a,b'/],
    [{ namespace: 'Traefik' }, /namespace 'Traefik'/],
    [{ watchNamespaces: ['a b'] }, /namespace 'a b'/],
    [{ tcpPorts: [70000] }, /tcpPorts is 70000/],
    [{ tcpPorts: [8080] }, /both 8080\/TCP/],
    [{ proxyProtocolFrom: ['everyone'] }, /no CIDR/],
    [{ forwardedHeadersFrom: [] }, /is empty/],
    [{ perNode: true, replicas: 2 }, /Keep one/],
    [{ exposures: [Exposure.loadBalancer({ proxyProtocol: true })] }, /set its proxyProtocolFrom/],
  ];
  test.each(table)('%j', (props, problem) => {
    expect(refusal(props)).toMatch(problem);
  });

  test.each(['traefik:v3.7.12', 'traefik:3.8.0-rc.1', 'registry.example.com:5000/traefik@sha256:' + 'a'.repeat(64)])(
    'but not %s',
    (image) => {
      expect(podOf(install({ image })).containers[0].image).toBe(image);
    },
  );
});

test('two installations stand beside each other', () => {
  const chart = new Chart(Testing.app(), 'chart');
  for (const name of ['inside', 'outside'])
    IngressController.traefik(chart, name, { name, namespace: 'ingress', createNamespace: false, exposures: balanced });
  const names = (Testing.synth(chart) as Written[]).map(
    ({ kind, metadata }) => `${kind} ${metadata.namespace ?? ''}/${metadata.name}`,
  );
  expect(new Set(names).size).toBe(names.length);
  expect(chart.node.findAll().filter((one) => ApiObject.isApiObject(one))).toHaveLength(names.length);
  expect(withoutDefinitions(Testing.synth(chart) as Written[])).toHaveLength(names.length);
});
