/**
 * What a finding says of the manifests: the API server refuses them, they are accepted and traffic cannot arrive, or they work against policy.
 * Never mixed: what is refused can be neither waived nor re-graded.
 */
export type FindingClass = 'refused' | 'broken' | 'risky';

/** How much a finding weighs. */
export type Severity = 'error' | 'warning' | 'note';

/** All severities, the heaviest first. */
export const severities: readonly Severity[] = ['error', 'warning', 'note'];

/** How an object is named in a report. */
export interface ObjectRef {
  readonly apiVersion: string;
  readonly kind: string;
  /** As the manifest says; absent where it says none. */
  readonly namespace?: string;
  /** Empty where the object has none. */
  readonly name: string;
}

/** A field of an object, and where it stands. */
export interface Place {
  readonly object: ObjectRef;
  /** As the API server prints it: `spec.ports[0].nodePort`; empty for the whole object. */
  readonly field: string;
  /** The file, relative to the working directory. */
  readonly file?: string;
  /** From 1. */
  readonly line?: number;
  /** From 1. */
  readonly column?: number;
  /** The path of the construct that made the object. */
  readonly construct?: string;
}

/** Why a finding counts for nothing until a date, and who says so. */
export interface WaiverNote {
  readonly owner: string;
  readonly reason: string;
  /** The last day that it holds, `2027-03-31`. */
  readonly expires: string;
  readonly ticket?: string;
}

/** Something that is wrong with a set of manifests. */
export interface Finding extends Place {
  /** The id of the rule: `service/node-port-range`. */
  readonly rule: string;
  readonly class: FindingClass;
  readonly severity: Severity;
  /** What is wrong, with the value seen and the values allowed. */
  readonly message: string;
  /** The next step. */
  readonly fix: string;
  /** Other fields that the finding is about. */
  readonly related?: readonly Place[];
  /** There where a waiver holds: the finding counts for nothing. */
  readonly waived?: WaiverNote;
}

/** An object that could not be held against anything. */
export interface UncheckedObject extends Omit<Place, 'field'> {
  readonly reason: string;
}

/** What a check answers: the JSON of `exposed-app check --format json`. */
export interface CheckReport {
  readonly version: 1;
  /** The Kubernetes version aimed at, `1.36`. */
  readonly kubernetes: string;
  readonly summary: CheckSummary;
  readonly findings: readonly Finding[];
  readonly unchecked: readonly UncheckedObject[];
}

/** Counts of a report; what is waived is counted there alone. */
export interface CheckSummary {
  readonly documents: number;
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
  readonly waived: number;
  readonly unchecked: number;
}
