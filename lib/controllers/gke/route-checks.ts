import { checkServicesOnly } from '../checks/route-checks';
import type { Route } from '../dialect';
import { servicePortsOf } from '../service-ports';
import type { GkeDraft } from './draft';
import { externalClass, internalClass } from './draft';
import type { GkeSettings } from './settings';

/** What the controller leaves out with an event, whatever the options. */
export function checkRoute(route: Route, draft: GkeDraft, { networkEndpointGroups = true }: GkeSettings): void {
  checkServicesOnly(route, draft, 'GKE');
  const { className } = route;
  if (className !== undefined && className !== externalClass && className !== internalClass)
    draft.refuse(
      `the class is '${className}': GKE serves ${externalClass} and ${internalClass}, by their names and without an IngressClass`,
    );
  const paths = route.rules.flatMap((rule) => rule.paths);
  // validateExactPathType and validateAndModifyPrefixPathType of pkg/controller/translator/translator.go
  const wildcard = paths.find(({ path, pathType }) => pathType !== 'ImplementationSpecific' && path.includes('*'));
  if (wildcard !== undefined)
    draft.refuse(
      `the path '${wildcard.path}' has *, which GKE reads as a wildcard: escape it by %2A, or use ImplementationSpecific and mean a wildcard`,
    );
  const types = servicePortsOf(route).map(({ type }) => type);
  if (!networkEndpointGroups && types.includes('ClusterIP'))
    draft.refuse(
      "without network endpoint groups GKE sends to a port of the nodes, and the Service is of type ClusterIP: add Exposure.nodePort with the application's name as its `name`, or leave networkEndpointGroups on",
    );
  if (!networkEndpointGroups && draft.internal)
    draft.refuse(`the class ${internalClass} needs network endpoint groups: leave networkEndpointGroups on`);
}
