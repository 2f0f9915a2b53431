import { labelRules } from './labels';
import { metadataRules } from './metadata';
import { ownerReferenceRules } from './owner-references';

/** Every rule of the validation: its stable id, and what it asks in one sentence. */
export const validationRules = {
  ...labelRules,
  ...metadataRules,
  ...ownerReferenceRules,
} as const;

/** The stable id of a validation rule, `service/node-port-range`. */
export type RuleId = keyof typeof validationRules;
