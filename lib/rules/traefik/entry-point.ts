import { traefikInSet } from '../../graph/traefik-in-set';
import { nearest, quoteList } from '../../kubernetes/wording';
import { itemsOf, textOf, valueAt } from '../../manifests/untyped';
import { ingressRoute } from '../custom-example';
import { web } from '../ingress-example';
import { defineRule } from '../rule';
import { traefik } from './traefik.examples';

export const traefikEntryPoint = defineRule({
  id: 'traefik/entry-point',
  class: 'broken',
  on: [
    'traefik.io IngressRoute',
    'traefik.io IngressRouteTCP',
    'traefik.io IngressRouteUDP',
    'traefik.containo.us IngressRoute',
    'traefik.containo.us IngressRouteTCP',
    'traefik.containo.us IngressRouteUDP',
  ],
  summary: 'The entry points of a route are some that Traefik has.',
  why: 'Traefik drops a route from entry points that it does not have: nothing of the route is served there, and requests get 404.',
  fix: 'Name an entry point of Traefik, `web` and `websecure` in its chart, or give it another one by `--entryPoints.NAME.address`.',
  symptoms: ['404 from the controller', "EntryPoint doesn't exist", 'connection refused'],
  references: ['https://doc.traefik.io/traefik/reference/install-configuration/entrypoints/'],
  good: [
    { title: 'one that it has', manifests: web + traefik() + ingressRoute(undefined, { spec: 'entryPoints: [web]' }) },
    { title: 'all of them', manifests: web + traefik() + ingressRoute() },
    { title: 'Traefik is not in the set', manifests: web + ingressRoute(undefined, { spec: 'entryPoints: [http]' }) },
    {
      title: 'entry points in a file',
      manifests:
        web + traefik(['--configFile=/etc/traefik.yml']) + ingressRoute(undefined, { spec: 'entryPoints: [http]' }),
    },
  ],
  bad: [
    {
      title: 'the name of older versions',
      manifests: web + traefik() + ingressRoute(undefined, { spec: 'entryPoints: [https]' }),
      finds: ['spec.entryPoints[0]'],
    },
    {
      title: 'misspelt',
      manifests: web + traefik() + ingressRoute(undefined, { spec: 'entryPoints: [web, websecur]' }),
      finds: ['spec.entryPoints[1]'],
    },
  ],
  *check({ body }, { graph }) {
    const known = traefikInSet(graph)?.entryPoints;
    if (known === undefined) return;
    for (const [index, item] of itemsOf(valueAt(body, 'spec', 'entryPoints')).entries()) {
      const name = textOf(item);
      if (name === '' || known.includes(name.toLowerCase())) continue;
      const field = `spec.entryPoints[${index}]`;
      const near = nearest(name, known);
      yield {
        field,
        message: `Traefik has no entry point '${name}': it has ${quoteList(known)}`,
        ...(near === undefined ? {} : { edits: [{ set: field, value: near }] }),
      };
    }
  },
});
