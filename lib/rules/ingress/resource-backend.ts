import {
  contourAnnotations,
  haproxyAnnotations,
  haproxyIngressAnnotations,
  ingressNginxAnnotations,
  nginxAnnotations,
  traefikAnnotations,
} from '../../controllers/annotations';
import type { Graph } from '../../graph/graph';
import { makesOf } from '../../graph/ingress-makes';
import { pathsOf } from '../../graph/routes/regex-hosts';
import type { SetObject } from '../../graph/set-object';
import type { Ingress } from '../../kubernetes/api';
import { ingress, web } from '../ingress-example';
import { defineRule, type Problem } from '../rule';

const resource = (className: string, named: string): string =>
  ingress({
    className,
    rules: `{ host: a.example.com, http: { paths: [{ path: /, pathType: Prefix, backend: { resource: { ${named} } } }] } }`,
  });
const bucket = (className: string): string =>
  resource(className, 'apiGroup: k8s.example.com, kind: Bucket, name: pages');

export const resourceBackend = defineRule({
  id: 'ingress/resource-backend',
  class: 'broken',
  on: ['Ingress'],
  among: withResources,
  summary: 'A backend that is no Service is one that the controller knows.',
  why: 'The API has backends of any kind, and most controllers lead to Services alone: they pass over the path, which then answers 404.',
  fix: 'Lead to a Service, of type ExternalName where the target is outside.',
  symptoms: ['404 from the controller', 'default backend'],
  references: ['https://kubernetes.io/docs/concepts/services-networking/ingress/#resource-backend'],
  good: [
    { title: 'a Service', manifests: web + ingress() },
    { title: 'a controller that may know it', manifests: bucket('edge') },
  ],
  bad: [
    {
      title: 'a bucket behind ingress-nginx',
      manifests: bucket('nginx'),
      finds: ['spec.rules[0].http.paths[0].backend.resource'],
    },
    {
      title: 'a Service that is named as a resource',
      manifests: web + resource('nginx', 'kind: Service, name: web'),
      finds: ['spec.rules[0].http.paths[0].backend.resource'],
    },
  ],
  *check(ingress, { graph }) {
    const { makes } = makesOf(graph, ingress);
    if (makes.length === 0 || !makes.every((make) => servicesAlone.includes(make))) return;
    const { defaultBackend } = ingress.body.spec ?? {};
    const backends = pathsOf(ingress).map(({ backend, field }) => ({ backend, field: `${field}.backend` }));
    for (const { backend, field } of [{ backend: defaultBackend, field: 'spec.defaultBackend' }, ...backends]) {
      const { kind, name } = backend?.resource ?? {};
      if (kind == null) continue;
      const titles = makes.map(({ title }) => title).join(' or ');
      const isService = kind === 'Service' && (backend?.resource?.apiGroup ?? '') === '';
      yield {
        field: `${field}.resource`,
        ...(isService ? ofService(titles, name ?? '') : ofOther(titles, `${kind} '${name ?? ''}'`)),
      };
    }
  },
});

function ofOther(titles: string, named: string): Omit<Problem, 'field'> {
  return { message: `${titles} leads to Services alone, not to ${named}` };
}

function ofService(titles: string, name: string): Omit<Problem, 'field'> {
  return {
    message: `${titles} passes over \`resource\`, by which Service '${name}' is named here`,
    fix: `Name it under \`service\`, with its port: \`service: { name: ${name}, port: { number: ... } }\`.`,
  };
}

function withResources(graph: Graph): readonly SetObject<Ingress>[] {
  return graph.ofKind('Ingress').filter((ingress) => {
    if (ingress.body.spec?.defaultBackend?.resource != null) return true;
    return pathsOf(ingress).some(({ backend }) => backend?.resource != null);
  });
}

const servicesAlone = [
  ingressNginxAnnotations,
  nginxAnnotations,
  haproxyAnnotations,
  haproxyIngressAnnotations,
  traefikAnnotations,
  contourAnnotations,
];
