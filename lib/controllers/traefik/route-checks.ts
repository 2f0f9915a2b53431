import { checkServicesOnly } from '../checks/route-checks';
import type { Route } from '../dialect';
import type { TraefikDraft } from './draft';
import { needs } from './needs';

/** What Traefik would leave out in silence, whatever the options. */
export function checkRoute(route: Route, draft: TraefikDraft): void {
  checkServicesOnly(route, draft, 'Traefik');
  const literal = route.rules
    .flatMap(({ paths }) => paths)
    .find(({ path, pathType }) => pathType === 'ImplementationSpecific' && /[()|*^$]/.test(path));
  if (literal !== undefined)
    draft.refuse(
      `Traefik takes the path '${literal.path}' by its letters, not as a regular expression: use Prefix, with stripPrefix or rewritePath`,
    );
  if (route.rules.some(({ paths }) => paths.some(({ path, pathType }) => pathType !== 'Exact' && path !== '/')))
    draft.need(needs.strictPrefix);
}

/** What an IngressRoute has no room for. */
export function checkIngressRoute(route: Route, draft: TraefikDraft, option: string): void {
  if (route.defaultBackend !== undefined)
    draft.refuse(
      `${option} takes an IngressRoute from Traefik, which has no default backend: make an exposure of its own for the default backend`,
    );
  if (route.rules.length === 0) draft.refuse(`${option} needs a rule to hold for: give a host`);
  if (route.tls.length > 1)
    draft.refuse(
      `${option} takes an IngressRoute from Traefik, which has one certificate: make one exposure for each of the ${route.tls.length} in tls`,
    );
  if (route.tls.length > 0) draft.need(needs.entryPoints);
}
