import { checkServicesOnly } from '../checks/route-checks';
import type { Route, RouteDraft } from '../dialect';
import { isRegex } from './path-match';

/** What Contour would leave out in silence, whatever the options. */
export function checkRoute(route: Route, draft: RouteDraft): void {
  checkServicesOnly(route, draft, 'Contour');
  if (route.tls.some(({ hosts }) => hosts.length === 0))
    draft.refuse('Contour chooses certificates by host, and knows no default one: give the rules of tls a host');
}

/** What an HTTPProxy has no room for. */
export function checkHttpProxy({ rules, defaultBackend }: Route, draft: RouteDraft, option: string): void {
  if (defaultBackend !== undefined)
    draft.refuse(
      `${option} takes an HTTPProxy from Contour, which has no default backend: make an exposure of its own for the default backend`,
    );
  if (rules.length === 0 || rules.some(({ host }) => host === undefined))
    draft.refuse(`${option} takes an HTTPProxy from Contour, which is for one host: give every rule a host`);
}

/** A replacement stands for the letters that matched, which a regular expression does not tell. */
export function checkRewrite({ rules }: Route, draft: RouteDraft, option: string): void {
  const own = rules.flatMap(({ paths }) => paths).find(({ pathType }) => pathType === 'ImplementationSpecific');
  if (own === undefined) return;
  const kind = isRegex(own.path) ? 'a regular expression' : 'letters';
  draft.refuse(`Contour takes the path '${own.path}' for ${kind}, which ${option} cannot replace: use Prefix`);
}
