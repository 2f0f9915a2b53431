import { ClusterIpExample } from './examples/cluster-ip';
import { ContourExample } from './examples/controllers/contour';
import { HaproxyExample } from './examples/controllers/haproxy';
import { IngressNginxExample } from './examples/controllers/ingress-nginx';
import { NginxExample } from './examples/controllers/nginx';
import { TraefikExample } from './examples/controllers/traefik';
import { ExternalIpsExample } from './examples/external-ips';
import { ExternalNameExample } from './examples/external-name';
import { GivenPodsExample } from './examples/given-pods';
import { HeadlessExample } from './examples/headless';
import { HostNetworkExample } from './examples/host-network';
import { HostPortExample } from './examples/host-port';
import { IngressExample, IngressTlsExample } from './examples/ingress';
import { FiveHopsExample, IngressScenariosExample } from './examples/ingress-scenarios';
import { IsolationExample } from './examples/isolation';
import { LoadBalancerExample } from './examples/load-balancer';
import { NodePortClientAddressExample, NodePortExample } from './examples/node-port';
import { ShopExample } from './examples/shop';
import { CheckedApp, Target } from './lib';

/** The example platform: a chart, and so a file of `dist/`, for each way in. */
const examples = {
  'cluster-ip': ClusterIpExample,
  contour: ContourExample,
  'external-ips': ExternalIpsExample,
  'external-name': ExternalNameExample,
  'five-hops': FiveHopsExample,
  'given-pods': GivenPodsExample,
  haproxy: HaproxyExample,
  headless: HeadlessExample,
  'host-network': HostNetworkExample,
  'host-port': HostPortExample,
  ingress: IngressExample,
  'ingress-nginx': IngressNginxExample,
  'ingress-scenarios': IngressScenariosExample,
  'ingress-tls': IngressTlsExample,
  isolation: IsolationExample,
  'load-balancer': LoadBalancerExample,
  nginx: NginxExample,
  'node-port': NodePortExample,
  'node-port-client-address': NodePortClientAddressExample,
  shop: ShopExample,
  traefik: TraefikExample,
};

const app = new CheckedApp();
for (const [id, Example] of Object.entries(examples)) {
  const chart = new Example(app, id);
  // Each is for a cluster of its own: a set of manifests that is checked for itself.
  if (Target.of(chart) === Target.of(app)) Target.set(chart, new Target());
}
app.synth();
