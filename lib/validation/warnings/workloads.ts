import { FieldPath } from '../../findings/field-path';
import { dns1123LabelProblems } from '../../kubernetes/names';
import type { KubernetesMinor } from '../../kubernetes/versions';
import { itemsOf, numberOf, textOf, valueAt } from '../../manifests/untyped';
import { claimSpecWarnings } from './storage';
import type { Warnings } from './warning';

const specPath = FieldPath.of('spec');

/** The name becomes part of the names and host names of pods. */
export function* workloadNameWarnings(object: unknown): Warnings {
  const name = textOf(valueAt(object, 'metadata', 'name'));
  if (name === '') return;
  for (const problem of dns1123LabelProblems(name)) {
    const message = `pods take their host names from it: ${problem}`;
    yield { rule: 'warning/workload-name', path: FieldPath.of('metadata').child('name'), message };
  }
}

const mostCompletions = 100_000;
const mostParallel = 10_000;

/** WarningsForJobSpec, but for the pods. */
export function* jobSpecWarnings(spec: unknown, path: FieldPath): Warnings {
  if (valueAt(spec, 'completionMode') !== 'Indexed') return;
  const completions = numberOf(valueAt(spec, 'completions')) ?? 0;
  const parallelism = numberOf(valueAt(spec, 'parallelism')) ?? 0;
  if (completions <= mostCompletions || parallelism <= mostParallel) return;
  const message = `more than ${mostCompletions} completions with more than ${mostParallel} at once: failed indexes may be lost`;
  yield { rule: 'warning/job-size', path, message };
}

/** cronJobStrategy.WarningsOnCreate: later servers refuse it. */
export function* cronJobWarnings(cronJob: unknown, minor: KubernetesMinor): Warnings {
  yield* jobSpecWarnings(valueAt(cronJob, 'spec', 'jobTemplate', 'spec'), specPath.child('jobTemplate').child('spec'));
  if (minor >= 29 || !textOf(valueAt(cronJob, 'spec', 'schedule')).includes('TZ')) return;
  yield { rule: 'warning/time-zone', path: specPath.child('schedule'), message: "use 'spec.timeZone' instead of TZ=" };
}

/** statefulSetStrategy.WarningsOnCreate, but for the pods. */
export function* statefulSetWarnings(statefulSet: unknown, minor: KubernetesMinor): Warnings {
  for (const [position, claim] of itemsOf(valueAt(statefulSet, 'spec', 'volumeClaimTemplates')).entries()) {
    yield* claimSpecWarnings(
      valueAt(claim, 'spec'),
      specPath.child('volumeClaimTemplates').index(position).child('spec'),
    );
  }
  if (minor < 33 || (numberOf(valueAt(statefulSet, 'spec', 'revisionHistoryLimit')) ?? 0) >= 0) return;
  const message = 'a negative limit keeps every revision; give one of 0 or more';
  yield { rule: 'warning/negative-value', path: specPath.child('revisionHistoryLimit'), message };
}
