import type { Route, RouteBackend, RouteObject, RoutePath } from '../dialect';
import { IngressDraft, ingressOf } from '../ingress-draft';

export const prefix = 'alb.ingress.kubernetes.io/';

/** The port of a backend that is no Service but an action, told in an annotation of its name. */
const useAnnotation = 'use-annotation';

/** An action in place of a Service, or before it for the requests that meet a condition. */
interface Action {
  readonly name: string;
  readonly rule: 'replaces' | 'precedes';
}

/**
 * An Ingress for an Application Load Balancer. Attributes stand together in one annotation each, and what is done with requests in
 * annotations that carry the name of the backend.
 *
 * https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/ingress/annotations/
 */
export class AlbDraft extends IngressDraft {
  readonly loadBalancerAttributes: Record<string, string | number> = {};
  readonly targetGroupAttributes: Record<string, string | number> = {};
  readonly tlsListenerAttributes: Record<string, string | number> = {};
  private readonly route: Route;
  private readonly actions = new Map<string, Action>();

  constructor(route: Route) {
    super();
    this.route = route;
  }

  /** An annotation that is told by the name of a backend: `actions.web-redirect`. */
  annotateBackend(kind: 'actions' | 'conditions' | 'transforms', backend: string, value: object): void {
    const name = `${kind}.${backend}`;
    // The API server's own limit of the name of a key.
    if (name.length > 63)
      this.refuse(
        `the AWS Load Balancer Controller reads it from the annotation '${prefix}${name}', whose name is longer than 63 characters: give a shorter name`,
      );
    this.annotate(`${prefix}${name}`, JSON.stringify(value));
  }

  /** Puts an action in the place of a port of the Service, or before it. */
  act(port: string, action: Action): void {
    this.actions.set(port, action);
  }

  objects(): readonly RouteObject[] {
    this.annotateAttributes('load-balancer-attributes', this.loadBalancerAttributes);
    this.annotateAttributes('target-group-attributes', this.targetGroupAttributes);
    this.annotateAttributes('listener-attributes.HTTPS-443', this.tlsListenerAttributes);
    const { route } = this;
    const rules = route.rules.map((rule) => ({ ...rule, paths: rule.paths.flatMap((path) => this.paths(path)) }));
    const [defaultBackend] = route.defaultBackend === undefined ? [] : this.backends(route.defaultBackend).slice(-1);
    return [ingressOf({ ...route, rules, defaultBackend }, this.annotations)];
  }

  private annotateAttributes(key: string, attributes: Readonly<Record<string, string | number>>): void {
    const list = Object.entries(attributes).map(([name, value]) => `${name}=${value}`);
    if (list.length > 0) this.annotate(prefix + key, list.join(','));
  }

  private paths(path: RoutePath): readonly RoutePath[] {
    return this.backends(path.backend).map((backend) => ({ ...path, backend }));
  }

  private backends(backend: RouteBackend): readonly RouteBackend[] {
    const action = 'service' in backend ? this.actions.get(backend.service.port.name) : undefined;
    if (action === undefined) return [backend];
    const acting = { service: { name: action.name, port: { name: useAnnotation, number: 0 } } };
    return action.rule === 'replaces' ? [acting] : [acting, backend];
  }
}
