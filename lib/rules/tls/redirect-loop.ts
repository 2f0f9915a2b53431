import { ingressNginxAnnotations } from '../../controllers/annotations';
import { ingresses } from '../../graph/subjects';
import { flagOf, type ControllerInSet } from '../../graph/controllers-in-set';
import type { Graph } from '../../graph/graph';
import { oncePerGraph } from '../../graph/once';
import { makesOf } from '../../graph/ingress-makes';
import type { RouteBackend } from '../../graph/routes';
import { ingressRoutes } from '../../graph/routes/ingress';
import { servicePorts } from '../../graph/service-ports';
import { annotationOf, nameOf, type SetObject } from '../../graph/set-object';
import type { Workload } from '../../graph/workload';
import type { Ingress } from '../../kubernetes/api';
import { itemsOf, textOf, valueAt } from '../../manifests/untyped';
import { defineRule, type Problem } from '../rule';
import { bad, good } from './redirect-loop.examples';

export const redirectLoop = defineRule({
  id: 'tls/redirect-loop',
  class: 'broken',
  severity: 'warning',
  on: ['Ingress'],
  among: (graph) => (hasArgo(graph) || graph.controllers.length > 0 ? ingresses(graph) : []),
  summary: 'Nobody behind the end of TLS sends to HTTPS what came by HTTPS.',
  why: 'Where TLS ends in front, the next hop sees plain HTTP. If that one redirects plain HTTP to HTTPS, the browser comes back the same way without end.',
  fix: 'Let one hop redirect: start the application without its own TLS (Argo CD: `server.insecure: "true"`), speak TLS to it, or tell the controller to believe X-Forwarded-Proto (`use-forwarded-headers`).',
  symptoms: ['ERR_TOO_MANY_REDIRECTS', 'endless redirects', 'redirect loop'],
  references: [
    'https://argo-cd.readthedocs.io/en/stable/operator-manual/ingress/',
    'https://github.com/kubernetes/ingress-nginx/issues/2724',
  ],
  good,
  bad,
  *check(ingress, { graph }) {
    const { makes, installed } = makesOf(graph, ingress);
    const backends = hasArgo(graph) ? ingressRoutes(ingress).flatMap((route) => route.backends) : [];
    for (const backend of backends) {
      const problem = speaksTls(ingress) ? undefined : argoLoop(graph, backend);
      if (problem !== undefined) yield problem;
    }
    const [controller, ...others] = installed;
    if (controller === undefined || others.length > 0 || !makes.includes(ingressNginxAnnotations)) return;
    const problem = balancerLoop(ingress, controller);
    if (problem !== undefined) yield problem;
  },
});

function speaksTls({ annotations }: SetObject<Ingress>): boolean {
  return Object.entries(annotations).some(
    ([key, value]) =>
      /\/(?:ssl-passthrough|server-ssl|ssl-services)$/.test(key) ||
      (/\/backend-protocol$/.test(key) && /https|grpcs|-ssl/i.test(textOf(value))),
  );
}

/** Argo CD's server redirects to HTTPS on its one port, unless it is started without TLS. */
function argoLoop(graph: Graph, { namespace, service, port, field }: RouteBackend): Problem | undefined {
  const found = graph.find('Service', namespace, service);
  if (found === undefined) return undefined;
  const server = graph.podsOf(found).find(isArgoServer);
  const settings = graph.find('ConfigMap', namespace, 'argocd-cmd-params-cm');
  if (server === undefined || textOf(valueAt(settings?.body, 'data', 'server.insecure')) === 'true') return undefined;
  const listened = servicePorts(found).find(({ name, number }) => port === (typeof port === 'string' ? name : number));
  const scheme = annotationOf(found, 'traefik.ingress.kubernetes.io/service.serversscheme');
  if (scheme === 'https' || listened === undefined) return undefined;
  return {
    field,
    message: `${nameOf(server.object)} redirects plain HTTP to HTTPS on its port, and plain HTTP is what the controller speaks to it`,
    related: [{ object: server.object, field: server.containers[0]?.field ?? '' }],
  };
}

/** Most sets have none. */
const hasArgo = oncePerGraph(({ pods }) => pods.all.some(isArgoServer));

function isArgoServer({ containers }: Workload): boolean {
  return containers.some(({ container }) => {
    if (!/(?:^|\/)argocd(?:[:@]|$)/.test(textOf(container.image))) return false;
    const words = [...itemsOf(container.command), ...itemsOf(container.args)].map(textOf);
    const server = words.some((word) => word.endsWith('argocd-server'));
    return server && !words.some((word) => /^--insecure(?:=true)?$/.test(word));
  });
}

/** A load balancer that ends TLS and sends both ports to plain HTTP, in front of a controller that redirects by what it sees. */
function balancerLoop(ingress: SetObject<Ingress>, controller: ControllerInSet): Problem | undefined {
  const nginx = 'nginx.ingress.kubernetes.io/';
  const forced = annotationOf(ingress, `${nginx}force-ssl-redirect`)?.toLowerCase() === 'true';
  const byTls =
    (ingress.body.spec?.tls ?? []).length > 0 &&
    annotationOf(ingress, `${nginx}ssl-redirect`)?.toLowerCase() !== 'false';
  if (!forced && !byTls) return undefined;
  const data = controller.configMap?.body.data ?? {};
  if (data['use-forwarded-headers'] === 'true' || data['use-proxy-protocol'] === 'true') return undefined;
  if (flagOf(controller, 'configmap') !== undefined && controller.configMap === undefined) return undefined;
  const ending = controller.services.find(
    (service) => annotationOf(service, 'service.beta.kubernetes.io/aws-load-balancer-ssl-cert') !== undefined,
  );
  const plain =
    ending &&
    servicePorts(ending).find(
      ({ number, target }) => number === 443 && (target === 'http' || target === 80 || target === 8080),
    );
  if (ending === undefined || plain === undefined) return undefined;
  return {
    field: forced ? `metadata.annotations[${nginx}force-ssl-redirect]` : 'spec.tls',
    message: `the load balancer of ${nameOf(ending)} ends TLS and sends plain HTTP, which the controller redirects to HTTPS again`,
    related: [{ object: ending, field: plain.field }],
  };
}
