import { albAnnotations, contourAnnotations, gkeAnnotations, traefikAnnotations } from '../../controllers/annotations';
import { flagOf } from '../../graph/controllers-in-set';
import type { Graph } from '../../graph/graph';
import { makesOf, type IngressMakes } from '../../graph/ingress-makes';
import { annotationOf, nameOf, type SetObject } from '../../graph/set-object';
import { ledBackends } from '../../graph/routes/led-backends';
import type { Ingress, Service } from '../../kubernetes/api';
import { service } from '../example-manifests';
import { ingress, ingressClass, web } from '../ingress-example';
import { defineRule, type Problem } from '../rule';

const outside = service('', { port: 'port: 80', spec: 'type: ExternalName\n  externalName: shop.example.net' });
const field = 'spec.rules[0].http.paths[0].backend.service.name';
const instance = 'alb.ingress.kubernetes.io/target-type: instance';

export const backendKind = defineRule({
  id: 'route/backend-kind',
  class: 'broken',
  severity: 'warning',
  on: ['set'],
  summary: 'A Service behind an Ingress is of a kind that its controller leads to.',
  why: 'Traefik and Contour refuse ExternalName unless they are told otherwise, since it reaches whatever the name says; load balancers of a cloud that send to nodes need a node port.',
  fix: 'Lead to a Service with pods; for a cloud, target the pods themselves (`target-type: ip`, container-native load balancing) or make the Service a NodePort.',
  symptoms: [
    '404 from the controller',
    '503 from the controller',
    'externalName services not allowed',
    'service is not of type NodePort',
  ],
  references: [
    'https://doc.traefik.io/traefik/providers/kubernetes-ingress/#allowexternalnameservices',
    'https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/ingress/annotations/#target-type',
  ],
  good: [
    { title: 'ingress-nginx follows names', manifests: outside + ingress() },
    {
      title: 'a load balancer that sends to pods',
      manifests: web + ingress({ className: 'alb', annotations: ['alb.ingress.kubernetes.io/target-type: ip'] }),
    },
    {
      title: 'a class that sends to pods by itself',
      manifests: web + ingressClass('alb', 'eks.amazonaws.com/alb') + ingress({ className: 'alb' }),
    },
    { title: 'GKE makes groups of pods by itself', manifests: web + ingress({ className: 'gce' }) },
  ],
  bad: [
    { title: 'a name outside, behind Traefik', manifests: outside + ingress({ className: 'traefik' }), finds: [field] },
    { title: 'a name outside, behind Contour', manifests: outside + ingress({ className: 'contour' }), finds: [field] },
    {
      title: 'nodes as targets, and a ClusterIP Service',
      manifests: web + ingress({ className: 'alb', annotations: [instance] }),
      finds: [field],
    },
    {
      title: 'nodes as targets where nothing is said',
      manifests: web + ingress({ className: 'alb' }),
      finds: [field],
    },
    {
      title: 'GKE without container-native load balancing',
      manifests:
        service('app: web', { annotations: `cloud.google.com/neg: '{"ingress": false}'` }) +
        ingress({ className: 'gce' }),
      finds: [field],
    },
  ],
  *check(graph) {
    for (const { backend, service: found } of ledBackends(graph)) {
      if (backend.from.key !== 'Ingress') continue;
      // The key says that it is one.
      const from = backend.from as SetObject<object> as SetObject<Ingress>;
      const problem =
        externalName(graph, from, found) ??
        needsNodePort(makesOf(graph, from), from, found, mayDefaultToPods(graph, from));
      if (problem !== undefined)
        yield { ...problem, field: backend.field, object: from, related: [{ object: found, field: 'spec.type' }] };
    }
  },
});

function externalName(
  graph: Graph,
  from: SetObject<Ingress>,
  service: SetObject<Service>,
): Omit<Problem, 'field'> | undefined {
  if (service.body.spec?.type !== 'ExternalName') return undefined;
  const { makes, certain, installed } = makesOf(graph, from);
  const [make, ...others] = makes;
  if (make === undefined || others.length > 0) return undefined;
  const traefik = make === traefikAnnotations;
  if (!traefik && make !== contourAnnotations) return undefined;
  const allows = installed.some(
    (one) => flagOf(one, 'providers.kubernetesingress.allowexternalnameservices') === 'true',
  );
  if (allows) return undefined;
  const setting = traefik
    ? '--providers.kubernetesingress.allowexternalnameservices=true'
    : 'enableExternalNameService: true';
  return {
    message: `${nameOf(service)} is an ExternalName, which ${make.title} does not lead to unless its settings have ${setting}`,
    fix: `Lead to a Service with endpoints; or allow it with ${setting}, for all namespaces, knowing that a name can be anything.`,
    ...(certain && traefik && installed.length > 0 ? { severity: 'error' } : {}),
  };
}

/** Whether the class, its parameters or a controller of the set may send to pods where an Ingress does not say. */
function mayDefaultToPods(graph: Graph, from: SetObject<Ingress>): boolean {
  const controllerString = graph.ingressClasses.ownerOf(from).known?.controllerString ?? '';
  const { installed } = makesOf(graph, from);
  return (
    controllerString.startsWith('eks.amazonaws.com/') ||
    graph.ofKind('elbv2.k8s.aws IngressClassParams').length > 0 ||
    installed.some((one) => flagOf(one, 'default-target-type') === 'ip')
  );
}

function needsNodePort(
  { makes }: IngressMakes,
  from: SetObject<Ingress>,
  service: SetObject<Service>,
  mayDefaultToPods: boolean,
): Omit<Problem, 'field'> | undefined {
  const type = service.body.spec?.type ?? 'ClusterIP';
  if (type !== 'ClusterIP') return undefined;
  if (makes.includes(albAnnotations)) {
    const key = 'alb.ingress.kubernetes.io/target-type';
    const asked = annotationOf(service, key) ?? annotationOf(from, key);
    if (asked === 'instance') {
      const message = `${nameOf(service)} is a ClusterIP Service, and '${key}: instance' sends to ports of the nodes`;
      return { message, severity: 'error' };
    }
    if (asked !== undefined || mayDefaultToPods) return undefined;
    return {
      message: `${nameOf(service)} is a ClusterIP Service, and without '${key}' the load balancer sends to ports of the nodes, unless the controller is set otherwise`,
      fix: `Write '${key}: ip', or make the Service one of type NodePort.`,
      severity: 'warning',
    };
  }
  const groups = annotationOf(service, 'cloud.google.com/neg');
  if (!makes.includes(gkeAnnotations) || groups === undefined || /"ingress"\s*:\s*true/.test(groups)) return undefined;
  return {
    message: `${nameOf(service)} is a ClusterIP Service, and 'cloud.google.com/neg' of ${groups} leaves it without a group of pods`,
  };
}
