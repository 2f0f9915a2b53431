import { ExposedApp, Exposure, IngressController } from '../../lib';
import type { ControllerExposure, ExposedAppProps, IsolationProps } from '../../lib';
import { problemOf, synthesize } from './synthesize';

type Port = 'http' | 'grpc';
type Exposures = NonNullable<Extract<ExposedAppProps<Port>, { image: string }>['exposures']>;

const app = {
  image: 'registry.example.com/web:1.0.0',
  ports: [
    { name: 'http', number: 8080 },
    { name: 'grpc', number: 9090 },
  ],
} as const;

/** The policy of an application in namespace `prod` with these ways in. */
const policyOf = (exposures: Exposures, isolate: IsolationProps | true = true) =>
  synthesize((chart) => new ExposedApp(chart, 'web', { ...app, exposures, isolate }))['NetworkPolicy web']!.spec;

const refused = (exposures: Exposures, isolate: IsolationProps | true = true) =>
  problemOf((chart) => new ExposedApp(chart, 'web', { ...app, exposures, isolate }));

const http = { port: 8080, protocol: 'TCP' };
const grpc = { port: 9090, protocol: 'TCP' };

test('nothing is isolated that does not ask for it', () => {
  const objects = synthesize((chart) => new ExposedApp(chart, 'web', { ...app, exposures: [Exposure.clusterIp()] }));
  expect(Object.keys(objects)).not.toContain('NetworkPolicy web');
});

test('the policy selects the pods, is for what comes in, and lets in nobody where there is no way in', () => {
  expect(policyOf([])).toEqual({
    podSelector: { matchLabels: { 'app.kubernetes.io/name': 'web' } },
    policyTypes: ['Ingress'],
    ingress: [],
  });
});

test('a cluster address lets in the pods of the namespace, or those that are named, to the ports of the pods', () => {
  const exposures = [Exposure.clusterIp({ ports: [{ port: 'http', servicePort: 80 }] })] as const;
  expect(policyOf(exposures).ingress).toEqual([{ from: [{ podSelector: {} }], ports: [http] }]);
  const clients = [
    { namespace: 'shop', pods: { app: 'cart' } },
    { namespace: { team: 'a' } },
    { cidrs: ['192.0.2.0/24'] },
  ] as const;
  expect(policyOf(exposures, { clients }).ingress).toEqual([
    {
      from: [
        {
          namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'shop' } },
          podSelector: { matchLabels: { app: 'cart' } },
        },
        { namespaceSelector: { matchLabels: { team: 'a' } } },
        { ipBlock: { cidr: '192.0.2.0/24' } },
      ],
      ports: [http],
    },
  ]);
});

describe('a load balancer', () => {
  const sourceRanges = ['192.0.2.0/24', '2001:db8::/64'];
  const ports = [{ port: 'http' }] as const;

  test('lets in its source ranges where the pods see the client', () => {
    const { ingress } = policyOf([Exposure.loadBalancer({ ports, sourceRanges, preserveClientIp: true })]);
    expect(ingress).toEqual([{ from: sourceRanges.map((cidr) => ({ ipBlock: { cidr } })), ports: [http] }]);
  });

  test('lets in everybody to its port where they see a node, and where it has no ranges', () => {
    expect(policyOf([Exposure.loadBalancer({ ports, sourceRanges })]).ingress).toEqual([{ ports: [http] }]);
    expect(policyOf([Exposure.loadBalancer({ ports, preserveClientIp: true })]).ingress).toEqual([{ ports: [http] }]);
  });
});

test('node ports, external addresses and host ports let in everybody, to their ports alone', () => {
  expect(policyOf([Exposure.nodePort({ ports: [{ port: 'http' }] })]).ingress).toEqual([{ ports: [http] }]);
  expect(policyOf([Exposure.hostPort({ ports: [{ port: 'grpc' }] })]).ingress).toEqual([{ ports: [grpc] }]);
  expect(policyOf([Exposure.externalIps({ ips: ['198.51.100.7'] })]).ingress).toEqual([{ ports: [http, grpc] }]);
});

describe('a route lets in the pods of its controller', () => {
  const behind = (exposures: readonly [ControllerExposure], isolate: IsolationProps | true = true) =>
    synthesize((chart) => {
      const controller = IngressController.traefik(chart, 'traefik', { exposures, statusAddress: '198.51.100.7' });
      const ways = [
        Exposure.ingress({
          controller,
          rules: [{ host: 'a.example.com', paths: [{ port: 'http' }, { path: '/x', port: 'grpc' }] }],
        }),
        Exposure.ingress({ controller, name: 'other', host: 'b.example.com', port: 'http' }),
      ] as const;
      new ExposedApp(chart, 'web', { ...app, exposures: ways, isolate });
    })['NetworkPolicy web']!.spec.ingress;

  test('that this program installs, to the ports that its paths name', () => {
    const from = [
      {
        namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'traefik' } },
        podSelector: { matchLabels: { 'app.kubernetes.io/name': 'traefik' } },
      },
    ];
    expect(behind([Exposure.loadBalancer()])).toEqual([{ from, ports: [http, grpc] }]);
  });

  test('on the network of their node by the addresses of the nodes, where they are told', () => {
    expect(behind([Exposure.hostNetwork()])).toEqual([{ ports: [http, grpc] }]);
    const from = [{ ipBlock: { cidr: '10.0.0.0/16' } }];
    expect(behind([Exposure.hostNetwork()], { nodes: ['10.0.0.0/16'] })).toEqual([{ from, ports: [http, grpc] }]);
  });

  test('that is named, where it is installed by others', () => {
    const way = [Exposure.ingress({ className: 'nginx', host: 'a.example.com', port: 'http' })] as const;
    const from = [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'ingress-nginx' } } }];
    expect(policyOf(way, { controller: { namespace: 'ingress-nginx' } }).ingress).toEqual([{ from, ports: [http] }]);
    expect(refused(way)).toContain('name its pods: isolate: { controller: {');
  });
});

test('several ways in stand side by side, and the same peers share one rule', () => {
  const { ingress } = policyOf([
    Exposure.clusterIp({ ports: [{ port: 'http' }] }),
    Exposure.headless({ ports: [{ port: 'grpc' }] }),
    Exposure.nodePort({ ports: [{ port: 'http' }] }),
  ]);
  expect(ingress).toEqual([{ from: [{ podSelector: {} }], ports: [http, grpc] }, { ports: [http] }]);
});

test('pods of others are isolated by their own labels', () => {
  const { spec } = synthesize(
    (chart) =>
      new ExposedApp(chart, 'search', {
        selector: { app: 'orders' },
        ports: [{ name: 'http', number: 8080 }],
        exposures: [Exposure.clusterIp()],
        isolate: true,
      }),
  )['NetworkPolicy search']!;
  expect(spec.podSelector).toEqual({ matchLabels: { app: 'orders' } });
});

test('what no policy can say is refused', () => {
  expect(refused([Exposure.hostNetwork()])).toContain('no NetworkPolicy holds for pods on the network of their node');
  expect(refused([Exposure.clusterIp()], { clients: [] })).toContain('would let nobody in');
  expect(refused([Exposure.clusterIp()], { clients: [{}] })).toContain('names nobody');
  expect(refused([Exposure.clusterIp()], { clients: [{ cidrs: ['10.0.0.1'] }] })).toContain('which is no CIDR');
  expect(refused([Exposure.clusterIp()], { clients: [{ namespace: 'not a label' }] })).toContain('is not valid');
  const alias = { exposures: [Exposure.externalName({ host: 'db.example.com' })], isolate: true } as const;
  expect(problemOf((chart) => new ExposedApp(chart, 'db', alias as never))).toContain('no pods here to isolate');
});
