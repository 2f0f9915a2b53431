import type { Labels } from '../kubernetes/label-selectors';
import { numberOf, valueAt } from '../manifests/untyped';
import type { SetObject } from './set-object';
import type { Workload } from './workload';

/** Labels that controllers put on each pod beside those of the template. */
const byControllers: ReadonlySet<string> = new Set([
  'apps.kubernetes.io/pod-index',
  'batch.kubernetes.io/controller-uid',
  'batch.kubernetes.io/job-completion-index',
  'batch.kubernetes.io/job-name',
  'controller-revision-hash',
  'controller-uid',
  'job-name',
  'pod-template-generation',
  'pod-template-hash',
  'rollouts-pod-template-hash',
  'statefulset.kubernetes.io/pod-name',
]);

/** Domains of labels that people write themselves. */
const handWritten: readonly string[] = ['app.kubernetes.io', 'k8s.io', 'helm.sh'];

/** Whether controllers put labels of that key on pods. */
export function isRuntimeKey(key: string): boolean {
  return byControllers.has(key);
}

/** A selector, and what of it only controllers can have put on pods. */
export interface SplitSelector {
  readonly ofTemplate: Labels;
  readonly ofRuntime: Labels;
}

export function splitSelector(selector: Labels): SplitSelector {
  const entries = Object.entries(selector);
  const isRuntime = ([key]: readonly [string, unknown]): boolean => isRuntimeKey(key);
  return {
    ofTemplate: Object.fromEntries(entries.filter((entry) => !isRuntime(entry))),
    ofRuntime: Object.fromEntries(entries.filter(isRuntime)),
  };
}

/** Whether pods of the workload can come to have the labels. */
export function mayGetLabels({ object, replicas }: Workload, ofRuntime: Labels): boolean {
  return Object.entries(ofRuntime).every(([key, value]) => {
    if (key === 'statefulset.kubernetes.io/pod-name') return isPodOf(object, value ?? '', replicas);
    if (key.endsWith('job-name')) return value === object.name || object.key === 'batch CronJob';
    return true;
  });
}

/** `web-0` for the StatefulSet `web`; `web-3` where there are three is none, unless they are counted from another number. */
function isPodOf({ name, body }: SetObject, pod: string, replicas: number | undefined): boolean {
  const ordinal = pod.slice(name.length + 1);
  if (!pod.startsWith(`${name}-`) || !/^[0-9]+$/.test(ordinal)) return false;
  const start = numberOf(valueAt(body, 'spec', 'ordinals', 'start')) ?? 0;
  const isSaid = numberOf(valueAt(body, 'spec', 'replicas')) !== undefined && replicas !== undefined;
  return !isSaid || Number(ordinal) < start + replicas;
}

/** Whether a label key belongs to a domain of somebody's own: operators mark the pods that they make so. */
export function isOperatorKey(key: string): boolean {
  const slash = key.indexOf('/');
  if (slash < 0) return false;
  const domain = key.slice(0, slash);
  return !handWritten.some((known) => domain === known || domain.endsWith(`.${known}`));
}
