import type { FieldPath } from '../findings/field-path';
import { portNameProblems } from '../kubernetes/names';
import type { FieldErrors } from './field-errors';

export const portRules = {
  'port/number': 'A port number is between 1 and 65535.',
  'port/name': 'The name of a port is at most 15 lower case letters, digits and single dashes, with a letter in it.',
  'port/protocol': 'A port speaks TCP, UDP or SCTP.',
} as const;

/** The protocols of a port, as they stand in a message. */
export const protocols: readonly string[] = ['SCTP', 'TCP', 'UDP'];

/** IsValidPortNum */
export function isPortNumber(value: number): boolean {
  return value >= 1 && value <= 65535;
}

/** Reports a number that is no port (IsValidPortNum). */
export function validatePortNumber(value: number, path: FieldPath, errors: FieldErrors): void {
  if (!isPortNumber(value)) errors.invalid('port/number', path, value, 'must be between 1 and 65535');
}

/** Reports a text that cannot name a port (IsValidPortName). */
export function validatePortName(value: string, path: FieldPath, errors: FieldErrors): void {
  errors.invalidForEach('port/name', path, value, portNameProblems(value));
}

/** Reports what is neither the number nor the name of a port (ValidatePortNumOrName). */
export function validatePortNumberOrName(value: number | string, path: FieldPath, errors: FieldErrors): void {
  if (typeof value === 'number') validatePortNumber(value, path, errors);
  else validatePortName(value, path, errors);
}

/** Reports a protocol that no port speaks; the caller has filled in the default. */
export function validateProtocol(value: string, path: FieldPath, errors: FieldErrors): void {
  if (!protocols.includes(value)) errors.notSupported('port/protocol', path, value, protocols);
}
