import type { Route, RouteBackend } from '../dialect';
import type { TraefikDraft } from './draft';
import { needs } from './needs';

/** What Traefik would leave out in silence, whatever the options. */
export function checkRoute(route: Route, draft: TraefikDraft): void {
  const backends = route.rules.flatMap(({ paths }) => paths.map(({ backend }) => backend));
  if ([...backends, route.defaultBackend].some(isResource))
    draft.refuse(
      'Traefik leads to Services only, and leaves out a path to another object: give a port of the application',
    );
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

/** TLS is ended by the pods, so that nothing else of the route can be looked at. */
export function checkPassthrough({ options, tls, rules, defaultBackend }: Route, draft: TraefikDraft): void {
  const others = Object.keys(options).filter((name) => name !== 'tlsPassthrough');
  if (others.length > 0) draft.refuse(`tlsPassthrough leaves nothing to see for ${others.join(', ')}: leave them out`);
  if (tls.length > 0) draft.refuse('with tlsPassthrough the pods end TLS: leave tls out');
  if (rules.length === 0 || rules.some(({ host }) => host === undefined))
    draft.refuse('tlsPassthrough chooses by the name that clients ask for: give a host');
  if (rules.some(({ paths: [first, ...more] }) => more.length > 0 || (first !== undefined && first.path !== '/')))
    draft.refuse('with tlsPassthrough no path can be seen: leave the paths out');
  if (defaultBackend !== undefined)
    draft.refuse('with tlsPassthrough nothing but a host leads anywhere: leave defaultBackend out');
}

function isResource(backend: RouteBackend | undefined): boolean {
  return backend !== undefined && 'resource' in backend;
}
