import { labelRules } from './labels';
import { metadataRules } from './metadata';
import { ownerReferenceRules } from './owner-references';
import { portRules } from './ports';
import { serviceRules } from './service/service-rules';

/** Every rule of the validation: its stable id, and what it asks in one sentence. */
export const validationRules = {
  ...labelRules,
  ...metadataRules,
  ...ownerReferenceRules,
  ...portRules,
  ...serviceRules,
} as const;

/** The stable id of a validation rule, `service/node-port-range`. */
export type RuleId = keyof typeof validationRules;
