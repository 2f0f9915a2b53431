import type { Graph } from '../../graph/graph';
import { servicePorts } from '../../graph/service-ports';
import type { SetObject } from '../../graph/set-object';
import { isInternal } from '../../graph/ways-in/service-ways';
import type { Service } from '../../kubernetes/api';
import { quoteList } from '../../kubernetes/wording';
import { defineRule } from '../rule';
import { isGateway } from './gateways';
import { deployment, service } from './manifests.examples';

const app = (name: string, ports = '[{ port: 80, targetPort: 8080 }]'): string =>
  deployment({ name }) + service('type: LoadBalancer', { name, app: name, ports });

/** Ports and names by which applications say that they speak HTTP. */
const webPorts: ReadonlySet<number> = new Set([80, 443, 8000, 8080, 8443]);
const webName = /^(http|https|http2|grpc|web|websecure)(-|$)/;

export const loadBalancerCount = defineRule({
  id: 'exposure/load-balancer-count',
  class: 'risky',
  rating: 'low',
  on: ['set'],
  summary: 'Applications that speak HTTP share one load balancer.',
  why: 'A provider charges for each load balancer and its address, and each is one more door to guard; an Ingress or Gateway tells applications apart by host and path behind one.',
  fix: 'Give them ClusterIP Services, and one ingress controller with a load balancer before them; MetalLB and Azure can also give several Services one address (allow-shared-ip).',
  symptoms: ['the bill for load balancers', 'no addresses left in the pool', 'EXTERNAL-IP is pending'],
  references: ['https://kubernetes.io/docs/concepts/services-networking/ingress/'],
  good: [
    { manifests: app('web') },
    { title: 'one that speaks something else', manifests: app('web') + app('mail', '[{ name: smtp, port: 25 }]') },
    {
      title: 'one for the internet, one for the networks of the company',
      manifests:
        app('web') +
        deployment({ name: 'api' }) +
        service('type: LoadBalancer', {
          name: 'api',
          app: 'api',
          annotations: 'networking.gke.io/load-balancer-type: Internal',
        }),
    },
    {
      title: 'two doors of one controller',
      manifests:
        deployment({ image: 'traefik:v3.7.13' }) +
        service('type: LoadBalancer', { name: 'public' }) +
        service('type: LoadBalancer', { name: 'private' }),
    },
  ],
  bad: [
    { manifests: app('web') + app('api'), finds: ['spec.type'] },
    {
      title: 'three, told of once',
      manifests: app('web') + app('api') + app('docs', '[{ name: https, port: 4433, targetPort: 8080 }]'),
      finds: ['spec.type'],
    },
  ],
  *check(graph) {
    const services = graph.ofKind('Service').filter((one) => isOfOneApplication(one, graph));
    // One for the internet and one for one's own networks cannot be the same.
    for (const group of [services.filter(isInternal), services.filter((one) => !isInternal(one))]) {
      const [object, ...others] = group;
      if (object === undefined || others.length === 0) continue;
      yield {
        object,
        field: 'spec.type',
        message: `${group.length} load balancers are asked for where one would do: ${namesOf(group)}`,
        related: others.slice(0, mostNamed).map((other) => ({ object: other, field: 'spec.type' })),
      };
    }
  },
});

/** A set of hundreds names some of them. */
const mostNamed = 10;

function namesOf(group: readonly SetObject<Service>[]): string {
  const named = quoteList(group.slice(0, mostNamed).map(({ name }) => name));
  return group.length <= mostNamed ? named : `${named}, and ${group.length - mostNamed} more`;
}

function isOfOneApplication(service: SetObject<Service>, graph: Graph): boolean {
  if (service.body.spec?.type !== 'LoadBalancer' || graph.isRepeated(service)) return false;
  const pods = graph.podsOf(service);
  const isWeb = servicePorts(service).every(
    ({ number, name, protocol, port }) =>
      protocol === 'TCP' && (webPorts.has(number) || webName.test(name) || webName.test(port.appProtocol ?? '')),
  );
  return isWeb && !(pods.length > 0 && pods.every(isGateway));
}
