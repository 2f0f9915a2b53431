import {
  haproxyAnnotations,
  haproxyIngressAnnotations,
  ingressNginxAnnotations,
  nginxAnnotations,
  traefikAnnotations,
} from '../../controllers/annotations';
import { flagOf, type ControllerInSet } from '../../graph/controllers-in-set';
import { service } from '../example-manifests';
import { defineRule } from '../rule';
import { controller } from './flag-reference.examples';

const nodePort = service('app: controller', { name: 'controller', spec: 'type: NodePort' });
const balanced = service('app: controller', { name: 'controller', spec: 'type: LoadBalancer' });
const image = 'traefik:v3.7.13';
const field = 'spec.template.spec.containers[0]';

export const controllerNoAddress = defineRule({
  id: 'controller/no-address',
  class: 'broken',
  severity: 'warning',
  on: ['set'],
  summary: 'A controller writes the address at which it is reached into its Ingresses.',
  why: 'Argo CD waits for the address and stays at Progressing, and external-dns has nothing to point a name at. A controller behind node ports or ports of the host has no address of a load balancer: it must be told one.',
  fix: 'Name the Service of type LoadBalancer to publish; else give the address: `--publish-status-address`, `--report-node-internal-ip-address`, `ingressendpoint.ip` of Traefik.',
  symptoms: ['Progressing', 'no address', 'external-dns makes no record'],
  references: ['https://argo-cd.readthedocs.io/en/stable/faq/#why-is-my-application-stuck-in-progressing-state'],
  good: [
    {
      title: 'the Service of a load balancer',
      manifests: balanced + controller(['--publish-service=default/controller']),
    },
    { title: 'an address that is told', manifests: nodePort + controller(['--publish-status-address=192.0.2.1']) },
    { title: 'ingress-nginx writes addresses of nodes', manifests: nodePort + controller([]) },
  ],
  bad: [
    {
      title: 'Traefik, told nothing',
      manifests: balanced + controller(['--providers.kubernetesingress'], image),
      finds: [field],
    },
    {
      title: 'a Service without an address',
      manifests: nodePort + controller(['--publish-service=default/controller']),
      finds: [`${field}.args[0]`],
    },
    {
      title: 'F5 NGINX, told nothing',
      manifests: balanced + controller([], 'nginx/nginx-ingress:5.6.1'),
      finds: [field],
    },
  ],
  *check(graph) {
    for (const one of graph.controllers) {
      const found = addressProblem(one);
      if (found !== undefined) yield { object: one.workload.object, ...found };
    }
  },
});

const published = [
  'publish-service',
  'providers.kubernetesingress.ingressendpoint.publishedservice',
  'external-service',
];

const addresses = [
  'publish-status-address',
  'publish-address',
  'report-node-internal-ip-address',
  'providers.kubernetesingress.ingressendpoint.ip',
  'providers.kubernetesingress.ingressendpoint.hostname',
];

function addressProblem(one: ControllerInSet): { readonly field: string; readonly message: string } | undefined {
  const { make, flags, services, container } = one;
  if (flagOf(one, ...addresses) !== undefined) return undefined;
  const flag = flags.find(({ name }) => published.includes(name));
  if (flag !== undefined) {
    const service = services.find(({ name }) => flag.value === name || flag.value.endsWith(`/${name}`));
    const { type = 'ClusterIP', externalIPs } = service?.body.spec ?? {};
    if (
      service === undefined ||
      type === 'LoadBalancer' ||
      (externalIPs ?? []).length > 0 ||
      (make === ingressNginxAnnotations && type === 'ClusterIP')
    )
      return undefined;
    return {
      field: flag.field,
      message: `Service '${service.name}', of type ${type ?? 'ClusterIP'}, has no address from outside that could be written into Ingresses`,
    };
  }
  if (make === ingressNginxAnnotations || make === haproxyIngressAnnotations) return undefined;
  if (make === nginxAnnotations) {
    const reports = flagOf(one, 'report-ingress-status');
    if (reports !== undefined && reports !== 'false') return undefined;
    return {
      field: container.field,
      message: 'F5 NGINX writes no addresses without -report-ingress-status and -external-service',
    };
  }
  const ingresses = flags.some(({ name }) => name.startsWith('providers.kubernetesingress'));
  if ((make === traefikAnnotations && ingresses) || make === haproxyAnnotations) {
    return {
      field: container.field,
      message: `${make.title} is told no address and no Service to publish, and writes none into its Ingresses`,
    };
  }
  return undefined;
}
