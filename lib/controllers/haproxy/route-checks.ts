import { checkServicesOnly } from '../checks/route-checks';
import type { Route } from '../dialect';
import type { HaproxyDraft } from './draft';
import { needs } from './needs';

/** What HAProxy would leave out or read otherwise in silence, whatever the options. */
export function checkRoute(route: Route, draft: HaproxyDraft): void {
  checkServicesOnly(route, draft, 'HAProxy');
  const literal = route.rules
    .flatMap(({ paths }) => paths)
    .find(({ path, pathType }) => pathType === 'ImplementationSpecific' && /[()|*^$]/.test(path));
  if (literal !== undefined)
    draft.refuse(
      `HAProxy takes the path '${literal.path}' by its letters, not as a regular expression: use Prefix, with stripPrefix or rewritePath`,
    );
  const { forceHttps } = route.options;
  if (forceHttps === true || (route.tls.length > 0 && forceHttps !== false)) draft.need(needs.redirectPort);
}

/** Conditions for a Service come before all other rules, and each of several paths would throw the dice anew. */
export function checkCanary({ rules, defaultBackend, options }: Route, draft: HaproxyDraft): void {
  const { canary, stickySession } = options;
  if (rules.length === 0) draft.refuse('canary needs a rule to hold for: give a host');
  if (defaultBackend !== undefined)
    draft.refuse('canary has no hold on the default backend: make an application of its own for the default backend');
  if (rules.some(({ paths }) => paths.length > 1))
    draft.refuse('canary holds for one path of a host behind HAProxy: leave one path in each rule');
  const paths = rules.flatMap((rule) => rule.paths);
  const unusual = paths.find(({ path }) => !/^[A-Za-z0-9/_~-]*$/.test(path));
  if (unusual !== undefined)
    draft.refuse(
      `canary makes the path '${unusual.path}' a regular expression of HAProxy: use letters, digits, '/', '_', '~' and '-' alone`,
    );
  if (paths.some(({ pathType }) => pathType === 'ImplementationSpecific'))
    draft.refuse('canary takes paths by their elements behind HAProxy: use Prefix or Exact');
  if (canary?.weight !== undefined && stickySession !== undefined)
    draft.refuse(
      'stickySession and canary.weight cannot be had together from HAProxy: choose the canary by a header or a cookie',
    );
}
