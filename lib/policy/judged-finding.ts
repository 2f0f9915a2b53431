import type { FindingClass, Severity, WaiverNote } from '../findings/finding';
import type { SetObject } from '../graph/set-object';
import type { Position } from '../manifests/locate';
import type { Edit, FieldOf } from '../rules/rule';

/** A finding before it is placed in files: with the objects themselves. */
export interface JudgedFinding extends FieldOf {
  readonly rule: string;
  readonly class: FindingClass;
  readonly severity: Severity;
  readonly message: string;
  readonly fix: string;
  readonly object: SetObject<object>;
  readonly related: readonly FieldOf[];
  readonly edits: readonly Edit[];
  /** Where it stands, where that is known already. @default - looked for by its field */
  readonly position?: Position;
  readonly waived?: WaiverNote;
}
