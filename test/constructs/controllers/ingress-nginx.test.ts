import { Chart, Testing } from 'cdk8s';
import { ExposedApp, Exposure, IngressController, Target, podSecurity, validateManifest } from '../../../lib';
import type { IngressNginxProps, IngressProps } from '../../../lib';
import type { Written } from '../synthesize';

function install(
  props: Partial<IngressNginxProps> = {},
  routes: readonly Partial<IngressProps<'http'>>[] = [],
): readonly Written[] {
  const chart = new Chart(Testing.app(), 'chart', { namespace: 'elsewhere' });
  Target.set(chart, new Target({ kubernetes: '1.36' }));
  const controller = IngressController.ingressNginx(chart, 'controller', {
    acknowledgeRetired: true,
    exposures: [Exposure.loadBalancer()],
    ...props,
  });
  for (const [i, route] of routes.entries()) {
    new ExposedApp(chart, `web-${i}`, {
      namespace: 'shop',
      image: 'registry.example.com/web:1.0.0',
      ports: [{ name: 'http', number: 8080 }],
      exposures: [Exposure.ingress({ controller, host: `${i}.example.com`, ...route } as IngressProps<'http'>)],
    });
  }
  return Testing.synth(chart) as Written[];
}

const find = (objects: readonly Written[], kind: string, name?: string): Written =>
  objects.find((object) => object.kind === kind && (name === undefined || object.metadata.name === name))!;
const workloadOf = (objects: readonly Written[]): Written =>
  objects.find(({ kind, metadata }) => ['Deployment', 'DaemonSet'].includes(kind) && !metadata.name.startsWith('web'))!;
const podOf = (objects: readonly Written[]) => workloadOf(objects).spec.template.spec;
const argsOf = (objects: readonly Written[]): string[] => podOf(objects).containers[0].args;
const dataOf = (objects: readonly Written[], name = 'ingress-nginx') =>
  (find(objects, 'ConfigMap', name) as unknown as { data: Record<string, string> }).data;
const refusal = (props: Partial<IngressNginxProps>, routes: readonly Partial<IngressProps<'http'>>[] = []): string => {
  try {
    install(props, routes);
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
    watchNamespaces: ['shop'],
    tcpPorts: [5432],
    udpPorts: [53],
    proxyProtocolFrom: ['10.0.0.0/8'],
    externalNameServices: true,
    defaultBackend: 'shop/nobody',
    annotationsRiskLevel: 'High',
    httpPort: 8080,
    httpsPort: 8443,
    sidePorts: { metrics: 10354, tlsProxy: 10543 },
    networkPolicy: { metricsFrom: { 'kubernetes.io/metadata.name': 'monitoring' } },
    autoscaling: { maxReplicas: 5 },
    statusAddress: 'edge.example.com',
    labels: { team: 'platform' },
  });
  expect(objects).toMatchSnapshot();
});

const variants: Record<string, Partial<IngressNginxProps>> = {
  'load balancer': {},
  'host port': { exposures: [Exposure.hostPort()], statusAddress: '192.0.2.1' },
  'host network': { exposures: [Exposure.hostNetwork()], statusAddress: '192.0.2.1' },
  'node port': { exposures: [Exposure.nodePort()], statusAddress: 'edge.example.com' },
  'external IPs': { exposures: [Exposure.externalIps({ ips: ['192.0.2.1'] })] },
  'cluster IP': { exposures: [Exposure.clusterIp()], statusAddress: 'edge.example.com' },
  'one namespace': { watchNamespaces: ['shop'], tcpPorts: [5432], udpPorts: [53] },
};

describe.each(Object.entries(variants))('%s', (_name, props) => {
  const objects = install(props, [{ options: { headers: { setResponse: { 'X-A': 'b' } } } }]);

  test('passes for an API server', () => {
    for (const object of objects)
      expect([object.kind, validateManifest(object, { kubernetes: '1.36' })]).toEqual([object.kind, []]);
  });

  test('fits into its own namespace', () => {
    const { level } = podSecurity(workloadOf(objects));
    expect(find(objects, 'Namespace').metadata.labels!['pod-security.kubernetes.io/enforce']).toBe(level);
    expect(workloadOf(objects).metadata.namespace).toBe('ingress-nginx');
  });
});

describe('retired', () => {
  test('what is open must be acknowledged, in programs that the compiler does not see, too', () => {
    const told = refusal({ acknowledgeRetired: 'yes' as unknown as true });
    expect(told).toMatch(/retired in March 2026.*CVE-2026-42945.*IngressController\.traefik.*acknowledgeRetired: true/);
  });

  test('by its digest, and in no release before the last', () => {
    expect(podOf(install()).containers[0].image).toMatch(/controller:v1\.15\.1@sha256:[0-9a-f]{64}$/);
    expect(refusal({ image: 'registry.k8s.io/ingress-nginx/controller:v1.14.5' })).toMatch(/releases from 1\.15\.1 on/);
    const fork = 'registry.example.com/ingress-nginx/controller:v1.15.5-fork';
    const { containers, initContainers } = podOf(install({ image: fork }));
    expect([containers[0].image, initContainers[0].image]).toEqual([fork, fork]);
  });

  test('what has been an attack is off', () => {
    const objects = install();
    expect(dataOf(objects)).toMatchObject({
      'allow-snippet-annotations': 'false',
      'annotations-risk-level': 'Medium',
      'strict-validate-path-type': 'true',
    });
    expect(argsOf(objects)).toContain('--disable-svc-external-name');
    expect(argsOf(objects).join()).not.toContain('webhook');
    expect(objects.some(({ kind }) => kind.includes('Webhook'))).toBe(false);
  });
});

describe('rights', () => {
  type Rules = { resources: string[]; verbs: string[]; resourceNames?: string[] }[];
  const rules = (objects: readonly Written[], kind: string, name?: string): Rules =>
    (find(objects, kind, name) as unknown as { rules: Rules }).rules;
  const written = ({ verbs }: { verbs: string[] }) => verbs.some((verb) => !['get', 'list', 'watch'].includes(verb));

  test('of the cluster, nothing is written but the status of Ingresses and events', () => {
    const own = rules(install(), 'ClusterRole').filter(written);
    expect(own.flatMap(({ resources }) => resources)).toEqual(['ingresses/status', 'events']);
  });

  test('Secrets of the one namespace that it watches', () => {
    const objects = install({ watchNamespaces: ['shop'] });
    expect(rules(objects, 'ClusterRole').flatMap(({ resources }) => resources)).toEqual(['ingressclasses']);
    const readers = objects.filter(({ kind }) => kind === 'Role').map(({ metadata }) => metadata.namespace);
    expect(readers.sort()).toEqual(['ingress-nginx', 'shop']);
    const own = rules(objects, 'Role', 'ingress-nginx-own').flatMap(({ resources }) => resources);
    expect(own).not.toContain('secrets');
    expect(argsOf(objects)).toContain('--watch-namespace=shop');
    expect(refusal({ watchNamespaces: ['a', 'b'] as unknown as ['a'] })).toMatch(
      /one namespace or all.*one installation/,
    );
  });

  test('the Service of a default backend is asked for when it starts', () => {
    const verbs = (props: Partial<IngressNginxProps>) =>
      rules(install(props), 'ClusterRole').find(({ resources }) => resources.includes('services'))?.verbs;
    expect(verbs({})).toEqual(['list', 'watch']);
    expect(verbs({ defaultBackend: 'shop/nobody' })).toEqual(['get', 'list', 'watch']);
  });

  test('settings in a namespace that it does not watch are read by new pods', () => {
    const annotation = (routes: readonly Partial<IngressProps<'http'>>[]) =>
      workloadOf(install({ watchNamespaces: ['shop'] }, routes)).spec.template.metadata.annotations;
    expect(annotation([])).not.toEqual(annotation([{ options: { compression: true } }]));
    expect(workloadOf(install()).spec.template.metadata.annotations).toBeUndefined();
  });
});

describe('ways in', () => {
  test('ports of the node: one pod on each', () => {
    const objects = install({ exposures: [Exposure.hostPort()], statusAddress: '192.0.2.1' });
    expect(workloadOf(objects).kind).toBe('DaemonSet');
    expect(podOf(objects).containers[0].ports.map(({ hostPort }: Record<string, number>) => hostPort)).toEqual([
      80,
      443,
      undefined,
    ]);
    expect(argsOf(objects)).toContain('--publish-status-address=192.0.2.1');
    expect(podOf(objects).containers[0].securityContext.allowPrivilegeEscalation).toBe(false);
  });

  test('the host network: all ports of the process are declared, and low ones bound by the capability of its program', () => {
    const onNode = { exposures: [Exposure.hostNetwork()], statusAddress: '192.0.2.1' } as const;
    const [container] = podOf(install({ ...onNode, sidePorts: { metrics: 10354 } })).containers;
    expect(container.ports.map(({ containerPort }: Record<string, number>) => containerPort)).toEqual([
      80, 443, 10354, 8181, 10246, 10247, 10442,
    ]);
    expect(container.securityContext).toMatchObject({
      allowPrivilegeEscalation: true,
      capabilities: { add: ['NET_BIND_SERVICE'], drop: ['ALL'] },
      runAsUser: 101,
    });
    const [high] = podOf(install({ ...onNode, httpPort: 8080, httpsPort: 8443 })).containers;
    expect(high.securityContext.allowPrivilegeEscalation).toBe(false);
  });

  test('a class of its own has a controller string of its own', () => {
    const controller = (props: Partial<IngressNginxProps>) => find(install(props), 'IngressClass').spec.controller;
    expect([controller({}), controller({ name: 'edge' })]).toEqual([
      'k8s.io/ingress-nginx',
      'k8s.io/ingress-nginx/edge',
    ]);
  });

  test('no address for Ingresses to report', () => {
    expect(refusal({ exposures: [Exposure.hostPort()] })).toMatch(/Set statusAddress/);
  });
});

describe('the default backend', () => {
  const withBackend = (exposures: readonly ReturnType<typeof Exposure.clusterIp>[], namespace: string) => {
    const chart = new Chart(Testing.app(), 'chart', { namespace });
    const ports = [{ name: 'http', number: 8080 }];
    const defaultBackend = new ExposedApp<string>(chart, 'nobody', { image: 'a:1', ports, exposures });
    const exposed = [Exposure.loadBalancer()] as const;
    IngressController.ingressNginx(chart, 'controller', {
      acknowledgeRetired: true,
      exposures: exposed,
      defaultBackend,
    });
    return argsOf((Testing.synth(chart) as Written[]).filter(({ metadata }) => metadata.name !== 'nobody'));
  };

  test('an application, by its Service', () => {
    const flag = '--default-backend-service=';
    expect(withBackend([Exposure.clusterIp()], 'shop')).toContain(`${flag}shop/nobody`);
    expect(withBackend([Exposure.clusterIp()], 'ingress-nginx')).toContain(`${flag}$(POD_NAMESPACE)/nobody`);
  });

  test('must be there, where the controller sees it', () => {
    expect(() => withBackend([], 'shop')).toThrow(/no Service to lead to/);
    expect(refusal({ watchNamespaces: ['shop'], defaultBackend: 'blog/nobody' })).toMatch(/watches shop alone/);
    expect(refusal({ defaultBackend: 'Shop/nobody' })).toMatch(/namespace 'Shop'/);
  });
});

describe('what routes need', () => {
  test('stands in its ConfigMap from the first route on that takes it', () => {
    const routes = [
      { options: { hsts: { maxAgeSeconds: 60 }, headers: { setResponse: { 'X-A': 'b' } } } },
      { options: { compression: true, headers: { setResponse: { 'X-B': 'b', 'X-A': 'c' } } } },
    ] as const;
    expect(dataOf(install({}, routes))).toMatchObject({
      hsts: 'true',
      'hsts-max-age': '60',
      'hsts-include-subdomains': 'false',
      'use-gzip': 'true',
      'global-allowed-response-headers': 'X-A,X-B',
    });
    expect(dataOf(install())).toMatchObject({ hsts: 'false' });
    expect(dataOf(install())).not.toHaveProperty('use-gzip');
  });

  test('holds for all routes alike', () => {
    const routes = [{ options: { hsts: { maxAgeSeconds: 60 } } }, { options: { hsts: { maxAgeSeconds: 61 } } }];
    expect(refusal({}, routes)).toMatch(/hsts-max-age of the controller holds for all routes, .*'60' in place of '61'/);
  });

  test('one choice of requests for each Service that takes them', () => {
    const by = (weight: number) => ({ options: { canary: { service: 'next', port: 8080, weight } } });
    expect(install({}, [by(10), by(10)]).filter(({ kind }) => kind === 'Ingress')).toHaveLength(4);
    expect(refusal({}, [by(10), by(20)])).toMatch(/canary-weight: "10".*canary-weight: "20".*Service of its own/);
  });

  test('annotations of a higher rating are read where a route takes them', () => {
    const routes = [{ options: { sourceIpAffinity: true } }] as const;
    expect(dataOf(install({}, routes))['annotations-risk-level']).toBe('High');
    expect(refusal({ annotationsRiskLevel: 'Medium' }, routes)).toMatch(/leave that out/);
  });

  test('TLS is passed through, and the client of other TLS is still known', () => {
    const routes = [{ options: { tlsPassthrough: true } }] as const;
    const objects = install({}, routes);
    expect(argsOf(objects)).toContain('--enable-ssl-passthrough');
    expect(dataOf(objects)).toMatchObject({
      'enable-real-ip': 'true',
      'forwarded-for-header': 'proxy_protocol',
      'proxy-real-ip-cidr': '127.0.0.1/32',
    });
    expect(dataOf(install({ proxyProtocolFrom: ['10.0.0.0/8'] }, routes))).toMatchObject({
      'use-proxy-protocol': 'true',
      'proxy-real-ip-cidr': '10.0.0.0/8,127.0.0.1/32',
    });
    expect(refusal({ forwardedHeadersFrom: ['10.0.0.0/8'] }, routes)).toMatch(/leave its forwardedHeadersFrom out/);
    expect(argsOf(install())).not.toContain('--enable-ssl-passthrough');
  });

  test('proxies before it', () => {
    expect(dataOf(install({ forwardedHeadersFrom: ['10.0.0.0/8'] }))).toMatchObject({
      'use-forwarded-headers': 'true',
      'compute-full-forwarded-for': 'true',
      'proxy-real-ip-cidr': '10.0.0.0/8',
    });
  });

  test('Services of type ExternalName only where the controller says so', () => {
    const routes = [{ options: { externalNameBackend: true } }] as const;
    expect(refusal({}, routes)).toMatch(/set its externalNameServices/);
    expect(argsOf(install({ externalNameServices: true }, routes))).not.toContain('--disable-svc-external-name');
  });
});

test('ports without HTTP', () => {
  const services = (props: Partial<IngressNginxProps>, listenPorts: readonly number[]) => {
    const chart = new Chart(Testing.app(), 'chart', { namespace: 'shop' });
    const exposures = [Exposure.loadBalancer()] as const;
    const controller = IngressController.ingressNginx(chart, 'c', { acknowledgeRetired: true, exposures, ...props });
    for (const listenPort of listenPorts)
      new ExposedApp(chart, `db-${chart.node.children.length}`, {
        image: 'registry.example.com/db:1.0.0',
        ports: [{ name: 'db', number: 5432 }],
        exposures: [Exposure.tcpRoute({ controller, listenPort })],
      });
    return dataOf(Testing.synth(chart) as Written[], 'ingress-nginx-tcp');
  };
  expect(services({ tcpPorts: [9000] }, [9000])).toEqual({ '9000': 'shop/db-1:5432' });
  expect(services({ tcpPorts: [9000], proxyProtocolFrom: ['10.0.0.0/8'] }, [9000])).toEqual({
    '9000': 'shop/db-1:5432:PROXY',
  });
  expect(() => services({ tcpPorts: [9000] }, [9001])).toThrow(/add 9001 to its tcpPorts \(open: '9000'\)/);
  expect(() => services({ tcpPorts: [9000] }, [9000, 9000])).toThrow(/leads to shop\/db-1:5432 already/);
});
