import type { ApiObjectProps } from 'cdk8s';
import { ApiObject, Chart, JsonPatch } from 'cdk8s';
import type { Construct } from 'constructs';

/** An object that is in no namespace: cdk8s would put the chart's on it. */
export function clusterObject(
  scope: Construct,
  props: ApiObjectProps & { readonly metadata: { readonly name: string } },
): ApiObject {
  const object = new ApiObject(scope, `${props.kind} ${props.metadata.name}`, props);
  if (Chart.of(scope).namespace !== undefined) object.addJsonPatch(JsonPatch.remove('/metadata/namespace'));
  return object;
}
