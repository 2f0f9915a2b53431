import { Chart, Testing } from 'cdk8s';
import { ExposedApp, Exposure, IngressController, Target, podSecurity, validateManifest } from '../../../lib';
import type { ContourProps, IngressProps } from '../../../lib';
import type { Written } from '../synthesize';

const balanced = [Exposure.loadBalancer()] as const;
type RouteProps = Partial<IngressProps<'http'>>;

function install(props: Partial<ContourProps> = {}, ...routes: RouteProps[]): readonly Written[] {
  const chart = new Chart(Testing.app(), 'chart', { namespace: 'elsewhere' });
  Target.set(chart, new Target({ kubernetes: '1.36' }));
  const controller = IngressController.contour(chart, 'contour', { exposures: balanced, ...props });
  for (const [i, route] of routes.entries()) {
    new ExposedApp(chart, `web-${i + 1}`, {
      namespace: 'shop',
      image: 'registry.example.com/web:1.0.0',
      ports: [{ name: 'http', number: 8080 }],
      exposures: [Exposure.ingress({ controller, host: 'shop.example.com', ...route } as IngressProps<'http'>)],
    });
  }
  return Testing.synth(chart) as Written[];
}

const named = (objects: readonly Written[], kind: string, name: string): Written =>
  objects.find((object) => object.kind === kind && object.metadata.name === name)!;
const envoyOf = (objects: readonly Written[]): Written =>
  objects.find(
    ({ kind, metadata: { name } }) =>
      kind !== 'Service' && /^(Deployment|DaemonSet)$/.test(kind) && name.endsWith('-envoy'),
  )!;
const argsOf = (objects: readonly Written[], name = 'contour'): string[] =>
  named(objects, 'Deployment', name).spec.template.spec.containers[0].args;
const refusal = (props: Partial<ContourProps>, ...routes: RouteProps[]): string => {
  try {
    install(props, ...routes);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('The program was not refused.');
};
const atNode = { statusAddress: '192.0.2.1' } as const;

test('everything that a real installation needs', () => {
  expect(install().filter(({ kind }) => kind !== 'CustomResourceDefinition')).toMatchSnapshot();
});

test('with everything that can be said of it', () => {
  const objects = install({
    name: 'edge',
    className: 'public',
    namespace: 'ingress',
    default: true,
    customResources: 'present',
    watchNamespaces: ['shop'],
    proxyProtocolFrom: ['10.0.0.0/8'],
    externalNameServices: true,
    networkPolicy: { metricsFrom: { 'kubernetes.io/metadata.name': 'monitoring' } },
    autoscaling: { maxReplicas: 5 },
    statusAddress: 'edge.example.com',
    labels: { team: 'platform' },
    trustedHops: 1,
    connectTimeoutSeconds: 5,
    controlPlane: { replicas: 1, resources: { requests: { cpu: '1' } } },
    imagePullSecrets: ['registry'],
  });
  expect(objects).toMatchSnapshot();
});

const variants: Record<string, Partial<ContourProps>> = {
  'load balancer': {},
  'host port': { exposures: [Exposure.hostPort()], ...atNode },
  'host network': { exposures: [Exposure.hostNetwork()], ...atNode },
  'node port': { exposures: [Exposure.nodePort()], ...atNode },
  'cluster IP': { exposures: [Exposure.clusterIp()], ...atNode },
  'external IPs': { exposures: [Exposure.externalIps({ ips: ['192.0.2.1'] })] },
  'some namespaces': { watchNamespaces: ['shop', 'blog'], proxyProtocolFrom: ['10.0.0.0/8'] },
};

describe.each(Object.entries(variants))('%s', (_name, props) => {
  const objects = install(props, { options: { stickySession: {} } });

  test('passes for an API server', () => {
    for (const object of objects)
      expect([object.kind, validateManifest(object, { kubernetes: '1.36' })]).toEqual([object.kind, []]);
  });

  test('every pod fits into its own namespace', () => {
    const level = named(objects, 'Namespace', 'contour').metadata.labels!['pod-security.kubernetes.io/enforce'];
    expect(podSecurity(envoyOf(objects)).level).toBe(level);
    const others = objects.filter(
      ({ kind, metadata }) => /^(Deployment|Job|CronJob)$/.test(kind) && metadata.namespace === 'contour',
    );
    for (const object of others.filter((one) => one !== envoyOf(objects)))
      expect([object.kind, podSecurity(object).level]).toEqual([object.kind, 'restricted']);
  });
});

describe('ways in', () => {
  test('lead to Envoy, and the address of its Service is reported', () => {
    const objects = install();
    expect(named(objects, 'Service', 'contour-envoy-load-balancer').spec).toMatchObject({
      externalTrafficPolicy: 'Local',
      selector: { 'app.kubernetes.io/name': 'contour-envoy' },
    });
    expect(argsOf(objects)).toEqual(
      expect.arrayContaining(['--envoy-service-name=contour-envoy-load-balancer', '--envoy-service-namespace=contour']),
    );
  });

  test('ports of the node: one Envoy on each, which an update takes away before the next', () => {
    const objects = install({ exposures: [Exposure.hostPort()], ...atNode });
    const { kind, spec } = envoyOf(objects);
    expect(kind).toBe('DaemonSet');
    expect(spec.template.spec.containers[0].ports).toMatchObject([
      { hostPort: 80, containerPort: 8080 },
      { hostPort: 443, containerPort: 8443 },
      { containerPort: 8002 },
    ]);
    expect(spec.updateStrategy?.rollingUpdate?.maxSurge ?? 0).toBe(0);
    expect(argsOf(objects)).toContain('--ingress-status-address=192.0.2.1');
    expect(named(objects, 'Deployment', 'contour').spec.replicas).toBe(2);
  });

  test('the host network: Envoy binds the ports that Contour tells it', () => {
    const objects = install({ exposures: [Exposure.hostNetwork()], httpPort: 9080, httpsPort: 9443, ...atNode });
    expect(envoyOf(objects).spec.template.spec).toMatchObject({
      hostNetwork: true,
      dnsPolicy: 'ClusterFirstWithHostNet',
    });
    expect(argsOf(objects)).toEqual(
      expect.arrayContaining(['--envoy-service-http-port=9080', '--envoy-service-https-port=9443']),
    );
    // Where the kubelet knows no address of the pod.
    expect(envoyOf(objects).spec.template.spec.containers[0].lifecycle.preStop.httpGet.host).toBe('127.0.0.1');
    expect(envoyOf(install()).spec.template.spec.containers[0].lifecycle.preStop.httpGet.host).toBeUndefined();
    expect(refusal({ exposures: [Exposure.hostNetwork()], httpPort: 80, httpsPort: 443, ...atNode })).toMatch(
      /below 1024/,
    );
  });

  test('no address for Ingresses to report', () => {
    expect(refusal({ exposures: [Exposure.hostPort()] })).toMatch(/Nothing settles the address .*Set statusAddress/);
  });
});

describe('network policies', () => {
  const rules = (objects: readonly Written[], name: string) => named(objects, 'NetworkPolicy', name).spec.ingress;

  test('Envoy alone asks Contour', () => {
    const podSelector = { matchLabels: { 'app.kubernetes.io/name': 'contour-envoy' } };
    expect(rules(install(), 'contour')).toEqual([
      { from: [{ podSelector }], ports: [{ port: 8001, protocol: 'TCP' }] },
    ]);
  });

  test('on the host network Envoy has the address of a node, and certificates alone tell it', () => {
    const objects = install({ exposures: [Exposure.hostNetwork()], ...atNode });
    expect(rules(objects, 'contour')).toEqual([{ ports: [{ port: 8001, protocol: 'TCP' }] }]);
    expect(named(objects, 'NetworkPolicy', 'contour-envoy')).toBeUndefined();
  });

  test('with the PROXY protocol nobody comes to Envoy but who may speak it', () => {
    const objects = install({ proxyProtocolFrom: ['10.0.0.0/8'] });
    expect(rules(objects, 'contour-envoy')[0].from).toEqual([{ ipBlock: { cidr: '10.0.0.0/8' } }]);
    expect(argsOf(objects)).toContain('--use-proxy-protocol');
  });
});

describe('rights', () => {
  const rules = (object: Written) => (object as unknown as { rules: { resources: string[]; verbs: string[] }[] }).rules;

  test('nothing is written but statuses', () => {
    for (const { resources, verbs } of rules(named(install(), 'ClusterRole', 'contour')))
      expect([resources, verbs]).toEqual([
        resources,
        resources[0]!.endsWith('/status') ? ['update'] : ['list', 'watch'],
      ]);
  });

  test('nothing of the cluster where namespaces are named', () => {
    const objects = install({ watchNamespaces: ['shop'] });
    expect(objects.filter(({ kind }) => kind.startsWith('ClusterRole'))).toEqual([]);
    expect(named(objects, 'Role', 'contour').metadata.namespace).toBe('contour');
    expect(argsOf(objects)).toContain('--watch-namespaces=contour,shop');
    const told = install({ watchNamespaces: ['shop'], ...atNode });
    expect(named(told, 'Role', 'contour').metadata.namespace).toBe('shop');
  });

  test('the maker of certificates writes two Secrets, and Envoy asks no API server', () => {
    const objects = install();
    expect(rules(named(objects, 'Role', 'contour-certgen-own'))[1]).toMatchObject({
      resourceNames: ['contourcert-contour', 'envoycert-contour'],
      verbs: ['update'],
    });
    expect(envoyOf(objects).spec.template.spec.automountServiceAccountToken).toBe(false);
  });
});

describe('certificates between Contour and Envoy', () => {
  test('no manifest holds them', () => {
    expect(install().filter(({ kind }) => kind === 'Secret')).toEqual([]);
  });

  test('another image is another Job, since a Job cannot be changed', () => {
    const job = (image?: string) =>
      install(image === undefined ? {} : { image }).find(({ kind }) => kind === 'Job')!.metadata.name;
    expect(job()).toMatch(/^contour-certgen-[0-9a-f]{8}$/);
    expect(job()).toBe(job());
    expect(job('registry.example.com/contour:v1.33.9')).not.toBe(job());
  });

  test('another configuration is another pod', () => {
    const pod = (props: Partial<ContourProps>) =>
      named(install(props), 'Deployment', 'contour').spec.template.metadata.annotations;
    expect(pod({ trustedHops: 1 })).not.toEqual(pod({}));
  });
});

describe('routes', () => {
  test('the class of the controller, on both kinds', () => {
    const objects = install({ name: 'edge' }, {}, { host: 'b.example.com', options: { stickySession: {} } });
    expect(named(objects, 'Ingress', 'web-1').spec.ingressClassName).toBe('edge');
    expect(named(objects, 'HTTPProxy', 'web-2').spec.ingressClassName).toBe('edge');
    expect(argsOf(objects, 'edge')).toContain('--ingress-class-name=edge');
  });

  test('a host has one HTTPProxy, and as many Ingresses as there are', () => {
    const options = { stickySession: {} } as const;
    expect(refusal({}, { options }, { path: '/b', options })).toMatch(
      /another exposure has an HTTPProxy for shop.example.com already.*put the paths of a host into one exposure/,
    );
    const objects = install({}, { options }, { path: '/b' }, { path: '/c' });
    expect(objects.filter(({ kind }) => kind === 'HTTPProxy')).toHaveLength(1);
    expect(objects.filter(({ kind }) => kind === 'Ingress')).toHaveLength(2);
  });

  test('cert-manager is asked for a Certificate where the route is no Ingress', () => {
    const tls = { secretName: 'shop-tls', clusterIssuer: 'letsencrypt' };
    const objects = install({}, { tls, options: { stickySession: {} } });
    expect(named(objects, 'Certificate', 'shop-tls').spec).toEqual({
      secretName: 'shop-tls',
      dnsNames: ['shop.example.com'],
      issuerRef: { group: 'cert-manager.io', kind: 'ClusterIssuer', name: 'letsencrypt' },
    });
    expect(named(objects, 'HTTPProxy', 'web-1').metadata.annotations).toBeUndefined();
    expect(named(install({}, { tls }), 'Ingress', 'web-1').metadata.annotations).toEqual({
      'cert-manager.io/cluster-issuer': 'letsencrypt',
    });
  });

  test('Services of type ExternalName only where the controller says so', () => {
    const options = { externalNameBackend: true } as const;
    expect(refusal({}, { options })).toMatch(/set its externalNameServices/);
    const configuration = named(install({ externalNameServices: true }, { options }), 'ConfigMap', 'contour');
    const { data } = configuration as unknown as { data: Record<string, string> };
    expect(JSON.parse(data['contour.yaml']!)).toMatchObject({ enableExternalNameService: true });
  });
});

describe('refused', () => {
  const table: [Partial<ContourProps>, RegExp][] = [
    [{ image: 'contour:v1.33.3' }, /releases from 1\.33\.4 on/],
    [{ envoyImage: 'envoy:distroless-v1.37.9' }, /releases from 1\.38\.4 on/],
    [{ className: 'a,b' }, /IngressClass would be named 'a,b'/],
    [{ watchNamespaces: ['a b'] }, /namespace 'a b'/],
    [{ trustedHops: -1 }, /trustedHops is -1: a whole number from 0/],
    [{ connectTimeoutSeconds: 0.5 }, /connectTimeoutSeconds is 0.5: a whole number from 1/],
    [{ proxyProtocolFrom: ['10.0.0.0/8'], networkPolicy: false }, /leave networkPolicy on/],
    [{ proxyProtocolFrom: ['10.0.0.0/8'], exposures: [Exposure.hostNetwork()], ...atNode }, /Exposure.hostPort/],
    [{ exposures: [Exposure.loadBalancer({ proxyProtocol: true })] }, /set its proxyProtocolFrom/],
  ];
  test.each(table)('%j', (props, problem) => {
    expect(refusal(props)).toMatch(problem);
  });
});

test('two installations stand beside each other', () => {
  const chart = new Chart(Testing.app(), 'chart');
  for (const name of ['inside', 'outside'])
    IngressController.contour(chart, name, {
      name,
      namespace: 'ingress',
      createNamespace: false,
      customResources: 'present',
      exposures: balanced,
    });
  const names = (Testing.synth(chart) as Written[]).map(
    ({ kind, metadata }) => `${kind} ${metadata.namespace ?? ''}/${metadata.name}`,
  );
  expect(new Set(names).size).toBe(names.length);
});
