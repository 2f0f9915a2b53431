import type { Route, RouteBackend, RouteDraft } from '../dialect';

/** TLS is ended by the pods, so that nothing else of the route can be looked at. */
export function checkPassthrough({ options, tls, rules, defaultBackend }: Route, draft: RouteDraft): void {
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

/** @param title the controller, which leaves out a path that leads to anything but a Service */
export function checkServicesOnly({ rules, defaultBackend }: Route, draft: RouteDraft, title: string): void {
  const backends = rules.flatMap(({ paths }) => paths.map(({ backend }) => backend));
  if ([...backends, defaultBackend].some(isResource))
    draft.refuse(
      `${title} leads to Services only, and leaves out a path to another object: give a port of the application`,
    );
}

function isResource(backend: RouteBackend | undefined): boolean {
  return backend !== undefined && 'resource' in backend;
}
