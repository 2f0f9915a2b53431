import { ingresses } from '../../graph/subjects';
import { quoteList } from '../../kubernetes/wording';
import { ingress } from '../exposure/manifests.examples';
import { defineRule } from '../rule';
import { allowedIn } from './by-namespace';

const parameters = { ingressClasses: { '*': ['internal'], shop: ['traefik'] } };

export const policyIngressClass = defineRule({
  id: 'policy/ingress-class',
  class: 'risky',
  rating: 'high',
  on: ['Ingress'],
  among: (graph, { ingressClasses }) => (ingressClasses === undefined ? [] : ingresses(graph)),
  summary: 'A namespace uses the classes of Ingresses that the policy allows it.',
  why: 'The class decides which controller serves the Ingress, and so who reaches it: the internet, or the office alone.',
  fix: 'Set spec.ingressClassName to an allowed one, or have the policy allow this one (parameters.ingressClasses).',
  references: ['https://kubernetes.io/docs/concepts/services-networking/ingress/#ingress-class'],
  good: [
    { manifests: ingress('a.example.com', '', { namespace: 'shop' }), parameters },
    { title: 'no policy', manifests: ingress('a.example.com') },
  ],
  bad: [
    { manifests: ingress('a.example.com'), parameters, finds: ['spec.ingressClassName'] },
    {
      title: 'none named, and no default known',
      manifests: ingress('a.example.com').replace('ingressClassName: traefik', ''),
      parameters,
      finds: ['spec'],
    },
  ],
  *check(ingress, { graph, parameters: { ingressClasses } }) {
    const allowed = allowedIn(ingressClasses, ingress.namespace);
    if (allowed === undefined) return;
    const { className, known, field } = graph.ingressClasses.ownerOf(ingress);
    const name = className ?? known?.name;
    if (name !== undefined && allowed.includes(name)) return;
    const seen = name === undefined ? 'the Ingress names no class' : `the Ingress is of class '${name}'`;
    yield { field, message: `${seen}; the policy allows namespace '${ingress.namespace}' ${quoteList(allowed)}` };
  },
});
