import { admit } from '../../lib/check/admit';
import { Graph } from '../../lib/graph/graph';
import type { WayIn } from '../../lib/graph/ways-in';
import { parseManifests } from '../../lib/manifests/parse-manifests';
import { Target } from '../../lib/target/target';

const pods = `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: 'registry.example.com/web:1', ports: [{ name: http, containerPort: 8080 }] }] }
---`;

const service = (spec: string, annotations = ''): string => `
apiVersion: v1
kind: Service
metadata: { name: web, annotations: { ${annotations} } }
spec: { selector: { app: web }, ports: [{ port: 80, targetPort: http }], ${spec} }
---`;

function waysOf(manifests: string): readonly WayIn[] {
  const target = new Target();
  return new Graph(admit(parseManifests(manifests), target).objects, target).waysIn.all;
}

/** What matters of a way in, in one line. */
const lineOf = ({ way, field, port, protocol, reach, sources, clientAddress, reaches }: WayIn): string =>
  `${way} ${field} ${port ?? '-'}/${protocol} ${reach} [${sources.join(',')}] ${clientAddress} -> ${reaches.map(({ workload, number }) => `${workload.object.name}:${number ?? '?'}`).join(',')}`;

const linesOf = (manifests: string): readonly string[] => waysOf(manifests).map(lineOf);

test('a ClusterIP, a headless Service and an ExternalName are no ways in', () => {
  expect(linesOf(pods + service('type: ClusterIP'))).toEqual([]);
  expect(linesOf(pods + service('clusterIP: None'))).toEqual([]);
  expect(linesOf(pods + service('type: ExternalName, externalName: a.example.com'))).toEqual([]);
});

test('a NodePort, whose number the cluster picks or not', () => {
  expect(linesOf(pods + service('type: NodePort'))).toEqual([
    'nodePort spec.ports[0].port -/TCP open [] lost -> web:8080',
  ]);
  const pinned = service('type: NodePort, externalTrafficPolicy: Local').replace(
    'port: 80,',
    'port: 80, nodePort: 30080,',
  );
  expect(linesOf(pods + pinned)).toEqual(['nodePort spec.ports[0].nodePort 30080/TCP open [] kept -> web:8080']);
});

test('a load balancer, with node ports that its source ranges do not hold for', () => {
  const ranges = 'type: LoadBalancer, loadBalancerSourceRanges: [192.0.2.0/24]';
  expect(linesOf(pods + service(ranges))).toEqual([
    'loadBalancer spec.ports[0].port 80/TCP open [192.0.2.0/24] lost -> web:8080',
    'nodePort spec.ports[0].port -/TCP open [] lost -> web:8080',
  ]);
  expect(linesOf(pods + service(`${ranges}, allocateLoadBalancerNodePorts: false`))).toHaveLength(1);
  const everywhere = service('type: LoadBalancer, loadBalancerSourceRanges: [10.0.0.0/8, 0.0.0.0/0]');
  expect(waysOf(pods + everywhere)[0]?.sources).toEqual([]);
});

test.each([
  ['networking.gke.io/load-balancer-type: Internal', 'internal'],
  ["service.beta.kubernetes.io/azure-load-balancer-internal: 'true'", 'internal'],
  ["service.beta.kubernetes.io/azure-load-balancer-internal: 'false'", 'open'],
  ['service.beta.kubernetes.io/aws-load-balancer-type: external', 'internal'],
  ['metallb.io/loadBalancerIPs: "10.0.0.7,10.0.0.8"', 'internal'],
  ['metallb.io/loadBalancerIPs: "10.0.0.7,8.8.8.8"', 'open'],
])('a load balancer with %s is %s', (annotation, reach) => {
  expect(waysOf(pods + service('type: LoadBalancer', annotation))[0]?.reach).toBe(reach);
});

test('external addresses', () => {
  expect(linesOf(pods + service('externalIPs: [198.51.100.7]'))).toEqual([
    'externalIps spec.ports[0].port 80/TCP open [] lost -> web:8080',
  ]);
});

test('ports of the node, open to everybody or to the node itself', () => {
  const onHost = (port: string) => pods.replace('containerPort: 8080', `containerPort: 8080, ${port}`);
  const field = 'spec.template.spec.containers[0].ports[0].hostPort';
  expect(linesOf(onHost('hostPort: 80'))).toEqual([`hostPort ${field} 80/TCP open [] kept -> web:8080`]);
  expect(linesOf(onHost('hostPort: 80, hostIP: 127.0.0.1'))).toEqual([
    `hostPort ${field} 80/TCP node [] kept -> web:8080`,
  ]);
});

test('the network of the node opens every port, declared or not', () => {
  const onHost = pods.replace('spec: { containers', 'spec: { hostNetwork: true, containers');
  const field = 'spec.template.spec.hostNetwork';
  expect(linesOf(onHost)).toEqual([`hostNetwork ${field} 8080/TCP open [] kept -> web:8080`]);
  const undeclared = onHost.replace('ports: [{ name: http, containerPort: 8080 }]', 'ports: []');
  expect(linesOf(undeclared)).toEqual([`hostNetwork ${field} -/TCP open [] kept -> `]);
});

test('a route through a Service to pods, and a name that no container has', () => {
  const ingress = `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web }
spec: { rules: [{ host: a.example.com, http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: web, port: { number: 80 } } } }] } }] }
---`;
  const field = 'spec.rules[0].http.paths[0].backend.service.name';
  const [way] = waysOf(pods + service('type: ClusterIP') + ingress);
  expect(lineOf(way!)).toBe(`route ${field} -/TCP open [] unknown -> web:8080`);
  expect(way?.route?.host).toBe('a.example.com');
  const misnamed = service('type: ClusterIP').replace('targetPort: http', 'targetPort: web');
  expect(linesOf(pods + misnamed + ingress)).toEqual([`route ${field} -/TCP open [] unknown -> web:?`]);
  expect(linesOf(ingress)).toEqual([]);
});
