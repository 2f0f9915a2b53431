import { metadataRules } from './metadata';

/** Every rule of the validation: its stable id, and what it asks in one sentence. */
export const validationRules = {
  ...metadataRules,
} as const;

/** The stable id of a validation rule, `service/node-port-range`. */
export type RuleId = keyof typeof validationRules;
