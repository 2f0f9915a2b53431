import type { FieldPath } from '../../findings/field-path';
import type { WarningId } from './rules';

/** Something that a server accepts and warns about. */
export interface Warning {
  readonly rule: WarningId;
  readonly path: FieldPath;
  /** What is wrong and what to do instead. */
  readonly message: string;
}

export type Warnings = Iterable<Warning>;
