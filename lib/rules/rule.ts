import type { Severity } from '../findings/finding';
import type { Graph } from '../graph/graph';
import type { GroupKind, KnownBodies, KnownKind } from '../graph/kinds';
import type { SetObject } from '../graph/set-object';
import type { Workload } from '../graph/workload';
import type { TargetProps } from '../target/target';
import type { RuleParameters } from './parameters';

/** How much harm a risk can do. */
export type Rating = 'critical' | 'high' | 'medium' | 'low';

/** What a rule looks at that is no single kind, one at a time. */
interface Subjects {
  /** Every object. */
  object: SetObject;
  /** Every object that makes pods: Pod, Deployment, and any other kind with a pod template. */
  workload: Workload;
  /** The whole set, once. */
  set: Graph;
}

/** What a rule can look at: objects of a kind, `Service`, `traefik.io IngressRoute`; `object`, `workload` or `set`. */
export type SubjectName = KnownKind | GroupKind | 'object' | 'workload' | 'set';

/** What the check of a rule is given for a subject. */
export type SubjectOf<Name extends SubjectName> = Name extends KnownKind
  ? SetObject<KnownBodies[Name]>
  : Name extends 'object' | 'workload' | 'set'
    ? Subjects[Name]
    : SetObject;

/** A field of an object. */
export interface FieldOf {
  readonly object: SetObject<object>;
  /** As the API server prints it, within that object: `spec.ports[0].port`, `metadata.annotations[example.com/key]`. */
  readonly field: string;
}

/** A change that mends a finding, for `--suggest`. Fields are those of the object that the problem is about. */
export type Edit =
  | { readonly set: string; readonly value: unknown }
  | { readonly remove: string }
  | { readonly rename: string; readonly to: string };

/** What a rule found. */
export interface Problem {
  /** What is wrong, with the value seen and the values allowed. */
  readonly message: string;
  /** Where: the field as the API server prints it. The nearest thing that exists is shown, so that a missing field may be named. */
  readonly field: string;
  /** The object that the field belongs to. @default - the object that is looked at */
  readonly object?: SetObject<object>;
  /** The next step. @default - the rule's `fix` */
  readonly fix?: string;
  /** Other fields that the problem is about. @default - none */
  readonly related?: readonly FieldOf[];
  /** What mends it, where a field can simply be changed. @default - nothing */
  readonly edits?: readonly Edit[];
  /** Where one finding weighs otherwise than its rule. @default - as the rule says */
  readonly severity?: Severity;
}

/** What a rule over the whole set found: it names the object. */
export type ProblemOf<Name extends SubjectName> = 'set' extends Name
  ? Problem & { readonly object: SetObject<object> }
  : Problem;

/** What a rule may ask. */
export interface RuleContext {
  readonly graph: Graph;
  readonly parameters: RuleParameters;
}

/** A set of manifests that shows what a rule finds, or what it leaves alone. */
export interface RuleExample {
  /** What it shows, in a few words. @default - nothing */
  readonly title?: string;
  /** YAML. */
  readonly manifests: string;
  /** The cluster that the manifests are for. @default - one of which nothing special is known */
  readonly target?: TargetProps;
  /** What the policy tells. @default - nothing */
  readonly parameters?: RuleParameters;
  /** For a bad example: the fields that the rule reports, in order. */
  readonly finds?: readonly string[];
  /** For a bad example: what all of its findings weigh. @default - not told */
  readonly weighs?: Severity;
}

/** What people are told of a rule, beside what it finds. */
interface RuleExplanation {
  /** One sentence: what holds where the rule finds nothing. */
  readonly summary: string;
  /** What happens in the cluster otherwise. */
  readonly why: string;
  /** What people see who have the problem: `503 from the controller`. `exposed-app explain` finds the rule by them. @default - none */
  readonly symptoms?: readonly string[];
  /** Where more is told: CVEs, KEPs, documentation. @default - none */
  readonly references?: readonly string[];
  readonly good: readonly [RuleExample, ...RuleExample[]];
  readonly bad: readonly [RuleExample, ...RuleExample[]];
}

/** Broken is accepted and traffic cannot arrive, an error unless it is a guess; risky works, and is rated. */
type Weight =
  { readonly class: 'broken'; readonly severity?: Severity } | { readonly class: 'risky'; readonly rating: Rating };

interface RuleBase {
  /** The folder and file that it stands in: `service/selector`. */
  readonly id: string;
  /** The next step. */
  readonly fix: string;
}

/** One thing that is checked over a set of manifests: what a check needs to know of it. */
export type CheckedRule = RuleBase &
  Weight & {
    readonly on: readonly SubjectName[];
    /** The only ones that the check can find something in, where these are few: it is not called for others. @default - all of them */
    readonly among?: (graph: Graph, parameters: RuleParameters) => readonly (SetObject<object> | Workload)[];
    /** Never throws, reads nothing but the set, and changes nothing. */
    readonly check: (subject: never, context: RuleContext) => Iterable<Problem>;
  };

/** One thing that is checked over a set of manifests, with its text and its examples. */
export type Rule = CheckedRule & RuleExplanation;

/** Types the check of a rule by what it looks at. */
export function defineRule<const Name extends SubjectName>(
  rule: RuleBase &
    RuleExplanation &
    Weight & {
      readonly on: readonly Name[];
      readonly among?: (graph: Graph, parameters: RuleParameters) => readonly Exclude<SubjectOf<Name>, Graph>[];
      readonly check: (subject: SubjectOf<Name>, context: RuleContext) => Iterable<ProblemOf<Name>>;
    },
): Rule {
  return rule;
}
