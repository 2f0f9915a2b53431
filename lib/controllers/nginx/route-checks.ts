import { checkServicesOnly } from '../checks/route-checks';
import type { Route } from '../dialect';
import type { NginxDraft } from './draft';
import { needs } from './needs';

/** What the controller would refuse or leave out, whatever the options. */
export function checkRoute(route: Route, draft: NginxDraft): void {
  const { rules, defaultBackend, tls } = route;
  checkServicesOnly(route, draft, 'NGINX');
  const paths = rules.flatMap((rule) => rule.paths);
  // A location is compared with the path after it was decoded, and a backslash, a variable or a brace means something to NGINX.
  const unusual = paths.find(({ path }) => !/^\/[A-Za-z0-9_.~!*():@&=+,/-]*$/.test(path));
  if (unusual !== undefined)
    draft.refuse(
      `NGINX cannot match the path '${unusual.path}' as it stands: use letters, digits and /_.~!*():@&=+,- alone`,
    );
  if (defaultBackend !== undefined || rules.some(({ host }) => host === undefined)) {
    draft.need(needs.emptyHost);
    if (tls.some(({ hosts }) => hosts.length === 0))
      draft.refuse(
        'without a host NGINX takes no certificate from a route: name the hosts in tls, or set the default certificate of the controller',
      );
  }
}

/** What a VirtualServer has no room for. */
export function checkVirtualServer(route: Route, draft: NginxDraft, option: string): void {
  const { rules, defaultBackend, tls } = route;
  if (defaultBackend !== undefined)
    draft.refuse(
      `${option} takes a VirtualServer from NGINX, which has no default backend: make an exposure of its own for the default backend`,
    );
  if (rules.length === 0 || rules.some(({ host }) => host === undefined))
    draft.refuse(`${option} takes a VirtualServer from NGINX, which has a host: give one`);
  if (tls.length > 1)
    draft.refuse(
      `${option} takes a VirtualServer from NGINX, which has one certificate: make one exposure for each of the ${tls.length} in tls`,
    );
}
