import type { Chart } from 'cdk8s';
import { ApiObject, JsonPatch } from 'cdk8s';

/** The strictest Pod Security level that the pods of a namespace meet; ports of the node need `privileged`. */
export type PodSecurityLevel = 'restricted' | 'baseline' | 'privileged';

/** The namespace of a chart, which refuses pods below the level. */
export function namespaceOf(chart: Chart, level: PodSecurityLevel): ApiObject {
  const { namespace } = chart;
  if (namespace === undefined)
    throw new Error(`The chart '${chart.node.path}' has no namespace. Give it one in its props.`);
  const object = new ApiObject(chart, 'Namespace', {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: namespace, labels: { 'pod-security.kubernetes.io/enforce': level } },
  });
  // cdk8s puts the chart's namespace on every object; a namespace is in none.
  object.addJsonPatch(JsonPatch.remove('/metadata/namespace'));
  return object;
}
