import type { Ingress, Pod, PodSpec, Service, ServiceSpec } from '../e2e/objects';
import { ingressWays } from '../e2e/ways/ingresses';
import type { Live } from '../e2e/ways/live';
import { protocolOf } from '../e2e/ways/protocol';
import { outsidePorts, toldAddresses } from '../e2e/ways/told-addresses';
import type { Unasked, Way } from '../e2e/ways/way';
import { waysOfSet } from '../e2e/ways/ways-of-set';
import { deployment, facts, service } from './facts';

const ready = { podIP: '10.1.0.1', conditions: [{ type: 'Ready', status: 'True' }] };
const web: PodSpec = { containers: [{ name: 'web', ports: [{ name: 'http', containerPort: 8080 }] }], nodeName: 'n1' };

function pod(name: string, spec: PodSpec = web, status: NonNullable<Pod['status']> = ready): Pod {
  return { apiVersion: 'v1', kind: 'Pod', metadata: { name, namespace: 'a', labels: { app: 'web' } }, spec, status };
}

function liveOf(given: Partial<Live>): Live {
  const none = { pods: [pod('web-1')], services: [], ingresses: [], clientNode: () => 'n2' };
  return { nodes: facts.nodes, clusterDomain: 'cluster.local', ...none, ...given };
}

const none = { told: [], outsidePorts: new Map() };
const at = { address: undefined, port: 80, tlsPort: 443 };
const ask = (live: Live, set: Parameters<typeof waysOfSet>[0] = none): readonly (Way | Unasked)[] =>
  waysOfSet(set, live, at);
const line = (way: Way | Unasked): string => {
  if ('reason' in way) return `${way.way} ${way.asked}: ${way.failed ? 'FAIL' : 'not asked'}`;
  const { by, clientKept, onePod } = way.expected;
  const marks = [by === 'nobody' ? 'nobody' : '', clientKept === true ? 'kept' : '', onePod === true ? 'one pod' : ''];
  return [way.way, way.asked, ...marks].filter((text) => text !== '').join(' ');
};

function linesOf(spec: ServiceSpec, status?: Service['status'], given: Partial<Live> = {}): readonly string[] {
  const one = {
    ...service('web', 'a', { selector: { app: 'web' }, ...spec }),
    ...(status === undefined ? {} : { status }),
  };
  return ask(liveOf({ services: [one], ...given })).map(line);
}

const throughKubectl = [
  'kubectl port-forward service/web :80',
  'kubectl proxy /api/v1/namespaces/a/services/web:http/proxy/',
];
const http = { name: 'http', port: 80, targetPort: 'http' };

test('ClusterIP: from inside, and through the API server', () => {
  expect(linesOf({ ports: [http] })).toEqual(['ClusterIP http://web.a.svc.cluster.local', ...throughKubectl]);
});

test('NodePort: every node', () => {
  expect(linesOf({ type: 'NodePort', ports: [{ ...http, nodePort: 30080 }] }).slice(0, 2)).toEqual([
    'NodePort http://10.0.0.1:30080',
    'NodePort http://10.0.0.2:30080',
  ]);
});

test('NodePort with the client kept: nodes without a pod drop, and one pod answers a client', () => {
  const spec = { externalTrafficPolicy: 'Local', sessionAffinity: 'ClientIP', ports: [{ ...http, nodePort: 30080 }] };
  expect(linesOf({ type: 'NodePort', ...spec }).slice(0, 3)).toEqual([
    'NodePort http://10.0.0.1:30080 kept one pod',
    'NodePort http://10.0.0.2:30080 nobody',
    'ClusterIP http://web.a.svc.cluster.local one pod',
  ]);
});

test('LoadBalancer: its addresses and its node ports; none is a fault', () => {
  const spec = { type: 'LoadBalancer', ports: [{ ...http, port: 8080, nodePort: 30080 }] };
  const given = { loadBalancer: { ingress: [{ ip: '192.0.2.1' }, { hostname: 'lb.example.com' }] } };
  expect(linesOf(spec, given).slice(0, 4)).toEqual([
    'NodePort (LoadBalancer) http://10.0.0.1:30080',
    'NodePort (LoadBalancer) http://10.0.0.2:30080',
    'LoadBalancer http://192.0.2.1:8080',
    'LoadBalancer http://lb.example.com:8080',
  ]);
  expect(linesOf(spec)).toContain('LoadBalancer a/web:8080: FAIL');
});

test('externalIPs: each address, and a node without a pod drops where the client is kept', () => {
  const spec = { externalIPs: ['10.0.0.2', '10.9.9.9'], ports: [http] };
  expect(linesOf(spec).slice(0, 2)).toEqual(['externalIPs http://10.0.0.2', 'externalIPs http://10.9.9.9']);
  expect(linesOf({ ...spec, externalTrafficPolicy: 'Local' }).slice(0, 2)).toEqual([
    'externalIPs http://10.0.0.2 nobody',
    'externalIPs http://10.9.9.9 kept',
  ]);
});

test('headless: DNS, and the port of the pod instead of that of the Service', () => {
  expect(linesOf({ clusterIP: 'None', ports: [http] }).slice(0, 2)).toEqual([
    'headless (DNS) web.a.svc.cluster.local',
    'headless http://web.a.svc.cluster.local:8080',
  ]);
});

test('headless: pods of a StatefulSet have names of their own', () => {
  const pods = [pod('web-0', { ...web, hostname: 'web-0', subdomain: 'web' })];
  expect(linesOf({ clusterIP: 'None', ports: [http] }, undefined, { pods })).toContain(
    'headless (one pod) http://web-0.web.a.svc.cluster.local:8080',
  );
});

test('inside traffic that stays on its node finds nobody on another', () => {
  expect(linesOf({ internalTrafficPolicy: 'Local', ports: [http] })[0]).toBe(
    'ClusterIP http://web.a.svc.cluster.local nobody',
  );
});

test('a Service whose target port no pod has is a fault when it is headless', () => {
  expect(linesOf({ clusterIP: 'None', ports: [{ ...http, targetPort: 'htp' }] })).toContain('headless a/web:80: FAIL');
});

test('UDP is asked, SCTP is not', () => {
  const ports = [
    { name: 'dns', port: 53, protocol: 'UDP', nodePort: 30053 },
    { name: 'sctp', port: 54, protocol: 'SCTP' },
  ];
  expect(linesOf({ type: 'NodePort', ports })).toEqual([
    'NodePort udp://10.0.0.1:30053',
    'NodePort udp://10.0.0.2:30053',
    'ClusterIP a/web:54: not asked',
    'ClusterIP udp://web.a.svc.cluster.local:53',
  ]);
});

test('ports of the node that pods take, and only of those that are ready', () => {
  const ports = [
    { name: 'http', containerPort: 8080, hostPort: 80 },
    { containerPort: 9000, hostPort: 9001, hostIP: '127.0.0.1' },
    { containerPort: 9002 },
  ];
  const pods = [
    pod('port', { containers: [{ name: 'web', ports }], nodeName: 'n2' }),
    pod('host', { ...web, hostNetwork: true }),
    pod('late', { ...web, hostNetwork: true }, { conditions: [{ type: 'Ready', status: 'False' }] }),
  ];
  const lines = ask(liveOf({ pods })).map(line);
  expect(lines.filter((text) => text.startsWith('host'))).toEqual([
    'hostPort http://10.0.0.2',
    'hostPort tcp://10.0.0.2:9001: not asked',
    'hostNetwork http://10.0.0.1:8080',
  ]);
  expect(lines).toContain('kubectl port-forward pod/host :8080');
  expect(lines).toContain('kubectl proxy /api/v1/namespaces/a/pods/host:8080/proxy/');
});

test('ExternalName: the alias, and the host outside', () => {
  const db = service('db', 'a', { type: 'ExternalName', externalName: 'db.e2e-set-outside.svc.cluster.local' });
  const set = { told: [], outsidePorts: new Map([['a/db', [5432]]]) };
  const ways = ask(liveOf({ services: [db] }), set);
  expect(ways.map(line)).toEqual([
    'ExternalName (DNS) db.a.svc.cluster.local',
    'ExternalName tcp://db.a.svc.cluster.local:5432',
  ]);
  expect(ways[1]).toMatchObject({ expected: { by: { namespace: 'e2e-set-outside' } } });
});

describe('addresses that applications are told', () => {
  const services = [service('web', 'a', { ports: [http] }), service('db', 'b', { type: 'ExternalName' })];
  const told = (value: string) =>
    toldAddresses([deployment('app', 'a', { containers: [{ name: 'c', env: [{ name: 'X', value }] }] })], services);

  test.each([
    ['http://web.a.svc.cluster.local', 'http', 80],
    ['https://web.a.svc/path', 'https', 443],
    ['web:8080', 'tcp', 8080],
    ['postgres://db.b.svc.cluster.local:5432/orders', 'tcp', 5432],
  ])('%s', (value, protocol, port) => {
    expect(told(value)).toMatchObject([{ protocol, port, namespace: 'a' }]);
  });

  test.each(['web', 'http://web.example.com', 'web.b.svc:80', 'db:5432', 'a b:80', ''])('%s is none', (value) => {
    expect(told(value)).toEqual([]);
  });

  test('decide on which ports a host outside answers', () => {
    const [, db] = services;
    expect(outsidePorts(db!, told('db.b:5432'))).toEqual([5432]);
    expect(outsidePorts(db!, [])).toEqual([80]);
  });
});

test.each([
  [{ number: 80 }, 'http'],
  [{ number: 443 }, 'https'],
  [{ number: 9000, name: 'http-api' }, 'http'],
  [{ number: 80, name: 'x', appProtocol: 'kubernetes.io/ws' }, 'http'],
  [{ number: 80, appProtocol: 'postgresql' }, 'tcp'],
  [{ number: 8443, name: 'https' }, 'https'],
  [{ number: 5432, name: 'postgres' }, 'tcp'],
  [{ number: 80, protocol: 'UDP' }, 'udp'],
  [{ number: 80, protocol: 'SCTP' }, undefined],
])('%j is asked by %s', (port, protocol) => {
  expect(protocolOf(port)).toBe(protocol);
});

describe('Ingresses', () => {
  const backend = (name: string) => ({ service: { name, port: { name: 'http' } } });
  const path = (text: string, pathType: string, name: string) => ({ path: text, pathType, backend: backend(name) });
  const services = ['one', 'two'].map((name) => service(name, 'a', { selector: { app: name }, ports: [http] }));
  const ways = (
    spec: Ingress['spec'],
    status: Ingress['status'] = { loadBalancer: { ingress: [{ ip: '192.0.2.9' }] } },
  ) => {
    const metadata = { name: 'i', namespace: 'a' };
    const ingress = { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', metadata, spec, status };
    return ingressWays(liveOf({ services, ingresses: [ingress] }), at);
  };
  const answered = (way: Way | Unasked): string =>
    'reason' in way || way.expected.by === 'nobody'
      ? line(way)
      : `${way.asked} ${way.expected.by.labels?.['app'] ?? ''}`;

  test('each path is asked, and the most exact rule must answer', () => {
    const paths = [
      path('/', 'Prefix', 'one'),
      path('/b/', 'Prefix', 'two'),
      path('/b', 'Exact', 'one'),
      path('/c(/|$)(.*)', 'ImplementationSpecific', 'two'),
    ];
    expect(ways({ rules: [{ host: 'x.example.com', http: { paths } }] }).map(answered)).toEqual([
      'http://x.example.com/ one',
      'http://x.example.com/e2e one',
      'http://x.example.com/b one',
      'http://x.example.com/b/e2e two',
      'http://x.example.com/b one',
      'http://x.example.com/c two',
      'http://x.example.com/c/e2e two',
    ]);
  });

  test('a wildcard host stands for one label, an exact one comes first, and a rule without one takes all', () => {
    const to = (host: string | undefined, name: string) => ({
      ...(host === undefined ? {} : { host }),
      http: { paths: [path('/x', 'Exact', name)] },
    });
    const rules = [to('*.example.com', 'one'), to('e2e.example.com', 'two'), to(undefined, 'one')];
    expect(ways({ rules }).map(answered)).toEqual([
      'http://e2e.example.com/x two',
      'http://e2e.example.com/x two',
      'http://nobody.e2e.example/x one',
    ]);
  });

  test('TLS with the certificate of the host, and the default backend', () => {
    const tls = [{ hosts: ['*.example.com'], secretName: 's' }];
    const rules = ['a.example.com', 'a.b.example.com'].map((host) => ({
      host,
      http: { paths: [path('/x', 'Exact', 'one')] },
    }));
    expect(ways({ tls, rules, defaultBackend: backend('two') })).toMatchObject([
      { way: 'Ingress (TLS)', asked: 'https://a.example.com/x', http: { certificate: 'a/s' }, sender: { port: 443 } },
      { way: 'Ingress', asked: 'http://a.b.example.com/x', sender: { address: '192.0.2.9', port: 80 } },
      { way: 'Ingress (default)', expected: { by: { labels: { app: 'two' } } } },
    ]);
  });

  test('faults: no controller, no Service; a resource is not asked', () => {
    const rules = (to: object) => [{ http: { paths: [{ path: '/x', pathType: 'Exact', backend: to }] } }];
    expect(ways({ rules: rules(backend('one')) }, {}).map(line)[0]).toMatch(/FAIL$/);
    expect(ways({ rules: rules(backend('three')) }).map(line)[0]).toMatch(/FAIL$/);
    expect(ways({ rules: rules({ resource: { kind: 'Bucket', name: 'b' } }) }).map(line)[0]).toMatch(/not asked$/);
  });
});
