import type { FieldPath } from '../../findings/field-path';
import { labelValueProblems } from '../../kubernetes/names';
import type { KubernetesMinor } from '../../kubernetes/versions';
import { fieldsOf, itemsOf, textOf, valueAt } from '../../manifests/untyped';
import { nodeLabelAdvice } from './node-labels';
import type { Warnings } from './warning';

const required = 'requiredDuringSchedulingIgnoredDuringExecution';
const preferred = 'preferredDuringSchedulingIgnoredDuringExecution';

/** Where the pod is placed: labels of nodes that go away, and selectors that match nothing. */
export function* affinityWarnings(spec: unknown, path: FieldPath, minor: KubernetesMinor): Warnings {
  for (const key of fieldsOf(valueAt(spec, 'nodeSelector'))) {
    yield* labelWarning(key, path.child('nodeSelector').key(key), minor);
  }
  yield* nodeAffinityWarnings(
    valueAt(spec, 'affinity', 'nodeAffinity'),
    path.child('affinity').child('nodeAffinity'),
    minor,
  );
  for (const [position, constraint] of itemsOf(valueAt(spec, 'topologySpreadConstraints')).entries()) {
    const here = path.child('topologySpreadConstraints').index(position);
    yield* labelWarning(textOf(valueAt(constraint, 'topologyKey')), here.child('topologyKey'), minor);
    yield* selectorWarning(constraint, here);
  }
  for (const name of ['podAffinity', 'podAntiAffinity']) {
    yield* podAffinityWarnings(valueAt(spec, 'affinity', name), path.child('affinity').child(name));
  }
}

function* labelWarning(key: string, path: FieldPath, minor: KubernetesMinor): Warnings {
  const advice = nodeLabelAdvice(key, minor);
  if (advice === undefined) return;
  yield { rule: 'warning/deprecated-node-label', path, message: `the node label '${key}' is deprecated: ${advice}` };
}

/** GetWarningsForNodeSelectorTerm; the values of preferred terms are looked at since they have to be label values in required ones. */
function* nodeAffinityWarnings(affinity: unknown, path: FieldPath, minor: KubernetesMinor): Warnings {
  for (const [position, term] of itemsOf(valueAt(affinity, required, 'nodeSelectorTerms')).entries()) {
    yield* termWarnings(term, path.child(required).child('nodeSelectorTerms').index(position), minor, false);
  }
  for (const [position, term] of itemsOf(valueAt(affinity, preferred)).entries()) {
    const here = path.child(preferred).index(position).child('preference');
    yield* termWarnings(valueAt(term, 'preference'), here, minor, minor >= 32);
  }
}

function* termWarnings(term: unknown, path: FieldPath, minor: KubernetesMinor, withValues: boolean): Warnings {
  for (const [position, expression] of itemsOf(valueAt(term, 'matchExpressions')).entries()) {
    const here = path.child('matchExpressions').index(position);
    yield* labelWarning(textOf(valueAt(expression, 'key')), here.child('key'), minor);
    if (!withValues) continue;
    for (const [at, value] of itemsOf(valueAt(expression, 'values')).entries()) {
      for (const problem of labelValueProblems(textOf(value))) {
        const message = `no node has that value: ${problem}`;
        yield { rule: 'warning/selects-nothing', path: here.child('values').index(at), message };
      }
    }
  }
}

function* podAffinityWarnings(affinity: unknown, path: FieldPath): Warnings {
  for (const [position, term] of itemsOf(valueAt(affinity, required)).entries()) {
    yield* selectorWarning(term, path.child(required).index(position));
  }
  for (const [position, weighted] of itemsOf(valueAt(affinity, preferred)).entries()) {
    const here = path.child(preferred).index(position).child('podAffinityTerm');
    yield* selectorWarning(valueAt(weighted, 'podAffinityTerm'), here);
  }
}

function* selectorWarning(holder: unknown, path: FieldPath): Warnings {
  if (valueAt(holder, 'labelSelector') !== undefined) return;
  const message = 'without a selector no pod matches: say which, or {} for all';
  yield { rule: 'warning/selects-nothing', path: path.child('labelSelector'), message };
}
