import { nginxAnnotations } from '../../controllers/annotations';
import { frontendOf, isPartOfAnother } from '../../graph/routes/frontends';
import { makesOf } from '../../graph/ingress-makes';
import { nameOf, type SetObject } from '../../graph/set-object';
import type { Ingress } from '../../kubernetes/api';
import { ingress, ingressClass, web } from '../ingress-example';
import { defineRule } from '../rule';

const nginxClass = ingressClass('nginx', 'nginx.org/ingress-controller');

export const hostConflict = defineRule({
  id: 'route/host-conflict',
  class: 'broken',
  on: ['set'],
  summary: 'A host of F5 NGINX belongs to one Ingress, or to a master with its minions.',
  why: 'F5 NGINX gives a host to the oldest Ingress that names it, and rejects the host in all others, whatever their paths: those answer 404.',
  fix: 'Put all paths of the host into one Ingress, or make one `nginx.org/mergeable-ingress-type: master` without paths and the others minions.',
  symptoms: ['404 from the controller', 'All hosts are taken by other resources', 'host collision'],
  references: ['https://docs.nginx.com/nginx-ingress-controller/configuration/host-and-listener-collisions/'],
  good: [
    { title: 'two hosts', manifests: nginxClass + web + ingress() + ingress({ name: 'api', host: 'api.example.com' }) },
    {
      title: 'a master and its minion',
      manifests:
        nginxClass +
        web +
        ingress({ annotations: ['nginx.org/mergeable-ingress-type: master'], rules: '{ host: shop.example.com }' }) +
        ingress({ name: 'api', path: '/api', annotations: ['nginx.org/mergeable-ingress-type: minion'] }),
    },
    {
      title: 'a controller that joins them',
      manifests:
        ingressClass('nginx', 'k8s.io/ingress-nginx') + web + ingress() + ingress({ name: 'api', path: '/api' }),
    },
  ],
  bad: [
    {
      title: 'one host, split by path',
      manifests: nginxClass + web + ingress() + ingress({ name: 'api', path: '/api' }),
      finds: ['spec.rules[0].host'],
    },
  ],
  *check(graph) {
    const first = new Map<string, SetObject<Ingress>>();
    for (const ingress of graph.ofKind('Ingress')) {
      const { makes, certain } = makesOf(graph, ingress);
      if (!certain || !makes.includes(nginxAnnotations) || isPartOfAnother(ingress) || graph.isRepeated(ingress))
        continue;
      // What an Ingress is served by is asked of objects of any kind.
      const frontend = frontendOf(graph, ingress as SetObject<object> as SetObject);
      for (const [index, rule] of (ingress.body.spec?.rules ?? []).entries()) {
        const host = rule?.host ?? '';
        const key = JSON.stringify([frontend, host]);
        const other = first.get(key);
        if (other === undefined) first.set(key, ingress);
        if (other === undefined || other === ingress || host === '') continue;
        yield {
          object: ingress,
          field: `spec.rules[${index}].host`,
          message: `host '${host}' belongs to ${nameOf(other)}, and F5 NGINX does not join two Ingresses`,
          related: [{ object: other, field: 'spec.rules' }],
        };
      }
    }
  },
});
