import type { Route } from '../dialect';
import { checkServicesOnly } from '../checks/route-checks';
import { servicePortsOf } from '../service-ports';
import type { AlbDraft } from './draft';
import type { AwsLoadBalancerSettings } from './settings';

/** What the controller refuses by an event that nobody reads, whatever the options. */
export function checkRoute(route: Route, draft: AlbDraft, { targetType = 'ip' }: AwsLoadBalancerSettings): void {
  checkServicesOnly(route, draft, 'the AWS Load Balancer Controller');
  const paths = route.rules.flatMap((rule) => rule.paths);
  // buildPathPatternsForExactPathType and ...PrefixPathType of pkg/ingress/model_build_listener_rules.go
  const wildcard = paths.find(({ path, pathType }) => pathType !== 'ImplementationSpecific' && /[*?]/.test(path));
  if (wildcard !== undefined)
    draft.refuse(
      `the path '${wildcard.path}' has * or ?, which an Application Load Balancer reads as wildcards: escape it by %, or use ImplementationSpecific and mean a wildcard`,
    );
  const types = servicePortsOf(route).map(({ type }) => type);
  if (targetType === 'instance' && types.includes('ClusterIP'))
    draft.refuse(
      "an Application Load Balancer with targets of type instance sends to a port of the nodes, and the Service is of type ClusterIP: add Exposure.nodePort with the application's name as its `name`, or take targetType 'ip'",
    );
}
