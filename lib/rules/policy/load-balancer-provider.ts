import { loadBalancers } from '../../graph/subjects';
import { quoteList } from '../../kubernetes/wording';
import { Provider } from '../../target/provider';
import { service } from '../exposure/manifests.examples';
import { defineRule } from '../rule';
import { allowedIn, glob } from './by-namespace';

const internal = { loadBalancerClasses: { '*': ['internal.example.com/lb'] } };

export const policyLoadBalancerProvider = defineRule({
  id: 'policy/load-balancer-provider',
  class: 'risky',
  rating: 'high',
  on: ['Service'],
  among: loadBalancers,
  summary: 'A load balancer is made by a provider, and of a class, that the policy allows.',
  why: 'Classes and providers differ in who is let in, in what they cost and in who runs them.',
  fix: 'Set spec.loadBalancerClass to an allowed one, or have the policy allow more (parameters.loadBalancerClasses, loadBalancerProviders).',
  references: ['https://kubernetes.io/docs/concepts/services-networking/service/#load-balancer-class'],
  good: [
    { manifests: service('type: LoadBalancer, loadBalancerClass: internal.example.com/lb'), parameters: internal },
    {
      title: 'without a class',
      manifests: service('type: LoadBalancer'),
      parameters: { loadBalancerClasses: { '*': [''] } },
    },
    {
      title: 'the provider',
      manifests: service('type: LoadBalancer'),
      target: { provider: Provider.metalLb() },
      parameters: { loadBalancerProviders: ['MetalLB'] },
    },
    { title: 'not a load balancer', manifests: service('type: NodePort'), parameters: internal },
  ],
  bad: [
    {
      manifests: service('type: LoadBalancer, loadBalancerClass: public.example.com/lb'),
      parameters: internal,
      finds: ['spec.loadBalancerClass'],
    },
    { title: 'without a class', manifests: service('type: LoadBalancer'), parameters: internal, finds: ['spec.type'] },
    {
      title: 'another provider',
      manifests: service('type: LoadBalancer'),
      target: { provider: Provider.azure() },
      parameters: { loadBalancerProviders: ['MetalLB', 'AWS*'] },
      finds: ['spec.type'],
    },
  ],
  *check({ namespace, body }, { graph, parameters }) {
    const { type, loadBalancerClass } = body.spec ?? {};
    if (type !== 'LoadBalancer') return;
    const asked = loadBalancerClass ?? '';
    const classes = allowedIn(parameters.loadBalancerClasses, namespace);
    const field = asked === '' ? 'spec.type' : 'spec.loadBalancerClass';
    if (classes !== undefined && !classes.includes(asked)) {
      const seen = asked === '' ? 'no load balancer class is named' : `the load balancer class is '${asked}'`;
      yield { field, message: `${seen}; the policy allows namespace '${namespace}' ${quoteList(classes)}` };
    }
    const { name } = graph.target.provider;
    const providers = parameters.loadBalancerProviders;
    if (providers !== undefined && !providers.some((pattern) => glob(pattern)(name))) {
      yield {
        field,
        message: `the load balancer is made by ${quoteList([name])}; the policy allows ${quoteList(providers)}`,
      };
    }
  },
});
