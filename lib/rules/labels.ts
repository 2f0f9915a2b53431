import type { Graph } from '../graph/graph';
import type { Workload } from '../graph/workload';
import { nameOf } from '../graph/set-object';
import type { Labels } from '../kubernetes/label-selectors';
import { nearest } from '../kubernetes/wording';
import { applicationDifference } from './application';
import { namesOneNamespace } from './route/one-namespace';
import type { Edit } from './rule';

/** How many pods are looked at for a hint: a set may have thousands that share a label. */
const mostCandidates = 100;

/** Labels in a message: `app=web, tier=front`. */
export function printLabels(labels: Labels): string {
  const printed = Object.entries(labels).map(([key, value]) => `${key}=${value ?? ''}`);
  return printed.length === 0 ? 'no labels' : printed.join(', ');
}

/** Who comes near a selector that selects nobody. */
export interface NearPods {
  /** Ends a sentence, `; the pods of ...`; empty where nobody comes near. */
  readonly hint: string;
  readonly workload?: Workload;
  /** Whether something says that just these were meant: labels written at another place or spelt otherwise, and not only that they lack one. */
  readonly isMeant: boolean;
  /** What makes the selector fit, where one label is off and one workload alone comes near. */
  readonly edits: readonly Edit[];
}

const nobody: NearPods = { hint: '', isMeant: false, edits: [] };

/** Pods whose owner has the labels itself, pods of another namespace, pods that have all labels but one, pods with a label that is spelt alike. */
export function nearPods(graph: Graph, namespace: string, selector: Labels, field: string): NearPods {
  const [owner] = graph.pods.withLabelsOfOwner(namespace, selector);
  if (owner !== undefined) {
    const { labels, object } = owner;
    return {
      hint: `; ${nameOf(object)} itself has them, its pods have ${printLabels(labels)}`,
      workload: owner,
      isMeant: true,
      edits: [],
    };
  }
  const elsewhere = podsElsewhere(graph, selector);
  if (elsewhere !== undefined) {
    const { object } = elsewhere;
    const hint = `; ${nameOf(object)} has such pods, in another namespace`;
    return { hint, workload: elsewhere, isMeant: true, edits: [] };
  }
  return nearestOf(candidates(graph, namespace, selector), selector, field);
}

/** Pods of another namespace that have the labels. */
export function podsElsewhere(graph: Graph, selector: Labels): Workload | undefined {
  return namesOneNamespace(graph) ? undefined : graph.pods.withLabelsAnywhere(selector)[0];
}

/** Whether pods have the labels, in a namespace that is the same as soon as the set is delivered into one. */
export function areDeliveredTogether(graph: Graph, selector: Labels): boolean {
  return namesOneNamespace(graph) && graph.pods.withLabelsAnywhere(selector).length > 0;
}

/** Pods that share a label, or all of the namespace where they are few. */
function candidates({ pods }: Graph, namespace: string, selector: Labels): readonly Workload[] {
  const sharing = new Set<Workload>();
  for (const [key, value] of Object.entries(selector)) {
    for (const workload of pods.withLabel(namespace, key, value ?? '').slice(0, mostCandidates)) sharing.add(workload);
  }
  return sharing.size > 0 ? [...sharing] : pods.inNamespace(namespace).slice(0, mostCandidates);
}

/** One label of a selector that pods do not have, and what they have instead. */
interface Mismatch {
  readonly key: string;
  readonly wanted: string;
  /** What the pods have under that key; undefined where they have no such key. */
  readonly found: string | undefined;
  /** The key under which they have the value; undefined where there is none. */
  readonly otherKey: string | undefined;
  /** Whether the values are spelt nearly alike, or one has something more behind. */
  readonly isAlike: boolean;
}

interface Candidate {
  readonly workload: Workload;
  readonly mismatches: readonly Mismatch[];
  readonly score: number;
}

function nearestOf(workloads: readonly Workload[], selector: Labels, field: string): NearPods {
  const scored = workloads
    .filter(({ labels }) => !isOtherApplication(selector, labels))
    .map((workload) => candidate(workload, selector))
    .filter(({ score }) => score > 0);
  const best = Math.max(...scored.map(({ score }) => score));
  const [first, ...more] = scored.filter(({ score }) => score === best);
  if (first === undefined) return nobody;
  const { workload, mismatches } = first;
  const [only] = mismatches;
  const owner = nameOf(workload.object);
  const isMeant = mismatches.every(isSlip);
  if (mismatches.length !== 1 || only === undefined) {
    return { hint: `; the pods of ${owner} have ${printLabels(workload.labels)}`, workload, isMeant, edits: [] };
  }
  const edits = more.length === 0 && (only.isAlike || only.otherKey !== undefined) ? editsOf(only, field) : [];
  return { hint: `; the pods of ${owner} have ${instead(only, selector)}`, workload, isMeant, edits };
}

/** Whether a label or its key is mistyped. One with something more behind may be the name of a program beside: `redis`, `redis-exporter`. */
function isSlip({ found, otherKey, wanted }: Mismatch): boolean {
  return otherKey !== undefined || (found !== undefined && nearest(wanted, [found]) !== undefined);
}

function instead({ key, found, otherKey }: Mismatch, selector: Labels): string {
  if (found !== undefined) return `${key}=${found} instead of ${key}=${selector[key] ?? ''}`;
  if (otherKey !== undefined) return `${otherKey}=${selector[key] ?? ''}, under another key`;
  return `all of them but ${key}`;
}

function editsOf({ key, found, otherKey }: Mismatch, field: string): readonly Edit[] {
  if (found !== undefined) return [{ set: `${field}[${key}]`, value: found }];
  return otherKey === undefined ? [] : [{ rename: `${field}[${key}]`, to: otherKey }];
}

/** A label that fits counts four, one that is off by a little two, by the key one. */
function candidate(workload: Workload, selector: Labels): Candidate {
  const mismatches: Mismatch[] = [];
  let score = 0;
  for (const [key, value] of Object.entries(selector)) {
    const found = Object.hasOwn(workload.labels, key) ? (workload.labels[key] ?? '') : undefined;
    if (found === (value ?? '')) {
      score += 4;
      continue;
    }
    const otherKey = found === undefined ? keyOf(workload.labels, value ?? '', selector) : undefined;
    const isAlike = found !== undefined && areAlike(value ?? '', found);
    score += isAlike ? 2 : otherKey === undefined ? 0 : 1;
    mismatches.push({ key, wanted: value ?? '', found, otherKey, isAlike });
  }
  return { workload, mismatches, score };
}

/** Whether the pods are of an application that nobody can have meant: they share a label as all pods of a team do. */
function isOtherApplication(selector: Labels, labels: Labels): boolean {
  const difference = applicationDifference(selector, labels);
  return difference !== undefined && !areAlike(...difference.values);
}

/** Spelt nearly alike, or one with something more behind: `web`, `web-api`. */
function areAlike(one: string, other: string): boolean {
  if (one === '' || other === '') return false;
  return one.startsWith(other) || other.startsWith(one) || nearest(one, [other]) !== undefined;
}

/** The key under which the labels have that value, and which the selector does not ask for. */
function keyOf(labels: Labels, value: string, selector: Labels): string | undefined {
  if (value === '') return undefined;
  return Object.keys(labels).find((key) => labels[key] === value && !Object.hasOwn(selector, key));
}
