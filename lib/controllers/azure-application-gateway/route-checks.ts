import { checkServicesOnly } from '../checks/route-checks';
import type { Route } from '../dialect';
import type { ApplicationGatewayDraft } from './draft';

/** What the gateway would read differently, whatever the options. */
export function checkRoute(route: Route, draft: ApplicationGatewayDraft): void {
  checkServicesOnly(route, draft, 'the Application Gateway Ingress Controller');
  const paths = route.rules.flatMap((rule) => rule.paths);
  // isPathCatchAll of pkg/appgw/requestroutingrules.go
  if (paths.some(({ path, pathType }) => path === '/' && pathType === 'Exact'))
    draft.refuse(
      "Application Gateway takes the Exact path '/' for everything below it, too: use Prefix, or a longer path",
    );
  const wildcard = paths.find(({ path, pathType }) => pathType !== 'ImplementationSpecific' && path.includes('*'));
  if (wildcard !== undefined)
    draft.refuse(
      `the path '${wildcard.path}' has *, which Application Gateway reads as a wildcard: escape it by %2A, or use ImplementationSpecific and mean a wildcard`,
    );
}
