import type { FieldPath } from '../findings/field-path';
import { printValue } from '../findings/print-value';
import type { RuleId } from './catalogue';

/** The reason of a cause in an API server's answer, and three of our own for what never gets that far. */
export type FieldErrorType =
  | 'FieldValueInvalid'
  | 'FieldValueRequired'
  | 'FieldValueDuplicate'
  | 'FieldValueNotSupported'
  | 'FieldValueForbidden'
  | 'FieldValueNotFound'
  | 'FieldValueTooLong'
  | 'FieldValueTooMany'
  | 'FieldValueTypeInvalid'
  /** The body does not decode strictly: wrong type, unknown or duplicate field. */
  | 'Decode'
  /** A built-in group without that kind or version. */
  | 'NoMatch'
  /** A custom kind without a known CRD: nothing was checked. */
  | 'Unchecked';

/** One thing that a create with strict field validation would be refused for. */
export interface FieldError {
  /** The field as the server prints it, `spec.ports[0].nodePort`; may be empty for `Decode`. */
  readonly field: string;
  readonly type: FieldErrorType;
  /** What is wrong, with the value seen and the values allowed. */
  readonly message: string;
  /** The stable id of the rule, `service/node-port-range`. */
  readonly rule: RuleId;
}

/**
 * Collects what validators find. Validators are given one instead of yielding their problems: a generator in every nested
 * validator costs several times the validation itself (docs/decisions/0003-validators-report-into-a-collector.md).
 *
 * Each method is one kind of error of k8s.io/apimachinery/pkg/util/validation/field.
 */
export class FieldErrors {
  readonly found: FieldError[] = [];

  /** The value is there and malformed. `detail` says what would be right. */
  invalid(rule: RuleId, path: FieldPath, value: unknown, detail: string): void {
    this.add(rule, path, 'FieldValueInvalid', `Invalid value: ${printValue(value)}: ${detail}`);
  }

  /** The value is there and malformed in so many ways; none is the usual number. */
  invalidForEach(rule: RuleId, path: FieldPath, value: unknown, problems: readonly string[]): void {
    for (let position = 0; position < problems.length; position++) {
      this.invalid(rule, path, value, problems[position] ?? '');
    }
  }

  /** The value is there and malformed, and too much to be printed (field.OmitValueType). */
  invalidUnprinted(rule: RuleId, path: FieldPath, detail: string): void {
    this.add(rule, path, 'FieldValueInvalid', `Invalid value: ${detail}`);
  }

  /** The value is missing. */
  required(rule: RuleId, path: FieldPath, detail: string): void {
    this.add(rule, path, 'FieldValueRequired', detail === '' ? 'Required value' : `Required value: ${detail}`);
  }

  /** The value is already taken by another entry. */
  duplicate(rule: RuleId, path: FieldPath, value: unknown): void {
    this.add(rule, path, 'FieldValueDuplicate', `Duplicate value: ${printValue(value)}`);
  }

  /** The value is none of a closed list. */
  notSupported(rule: RuleId, path: FieldPath, value: unknown, supported: readonly string[]): void {
    const list = supported.map((one) => JSON.stringify(one)).join(', ');
    const allowed = supported.length > 0 ? `: supported values: ${list}` : '';
    this.add(rule, path, 'FieldValueNotSupported', `Unsupported value: ${printValue(value)}${allowed}`);
  }

  /** The value may not be set here at all. */
  forbidden(rule: RuleId, path: FieldPath, detail: string): void {
    this.add(rule, path, 'FieldValueForbidden', `Forbidden: ${detail}`);
  }

  /** The value names something that is not there. */
  notFound(rule: RuleId, path: FieldPath, value: unknown): void {
    this.add(rule, path, 'FieldValueNotFound', `Not found: ${printValue(value)}`);
  }

  /** The value is longer than `limit` bytes. */
  tooLong(rule: RuleId, path: FieldPath, limit: number): void {
    this.add(rule, path, 'FieldValueTooLong', `Too long: may not be more than ${limit} bytes`);
  }

  /** The list has more than `limit` entries. */
  tooMany(rule: RuleId, path: FieldPath, actual: number, limit: number): void {
    this.add(rule, path, 'FieldValueTooMany', `Too many: ${actual}: must have at most ${limit} items`);
  }

  /** The value has the wrong type. */
  typeInvalid(rule: RuleId, path: FieldPath, value: unknown, detail: string): void {
    this.add(rule, path, 'FieldValueTypeInvalid', `Invalid value: ${printValue(value)}: ${detail}`);
  }

  /** The body does not decode strictly. */
  decode(rule: RuleId & `decode/${string}`, path: FieldPath | undefined, detail: string): void {
    this.found.push({ field: path?.toString() ?? '', type: 'Decode', message: detail, rule });
  }

  /** Kubernetes itself has no such kind. */
  noMatch(rule: RuleId & `kind/${string}`, path: FieldPath, detail: string): void {
    this.add(rule, path, 'NoMatch', detail);
  }

  /** There is nothing to check the kind against. */
  unchecked(rule: RuleId & `kind/${string}`, path: FieldPath, detail: string): void {
    this.add(rule, path, 'Unchecked', detail);
  }

  private add(rule: RuleId, path: FieldPath, type: FieldErrorType, message: string): void {
    this.found.push({ field: path.toString(), type, message, rule });
  }
}
