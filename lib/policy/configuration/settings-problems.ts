import schema from '../../../schemas/exposed-app.json';
import { severities } from '../../findings/finding';
import type { Settings } from '../settings';
import { ruleProblems } from './rule-problems';
import { schemaProblems, type SchemaProblem } from './schema-problems';
import { dayProblems, waiverDayProblems } from './day-problems';

const { policy } = schema.properties;
const { waivers } = policy.properties;

/** The schema of the file, and what only a program can say: rules of its own, manifests themselves, the place of a waiver. */
const settingsSchema = {
  type: 'object',
  properties: {
    failOn: { enum: severities },
    today: { type: 'string' },
    policy: {
      ...policy,
      properties: {
        ...policy.properties,
        waivers: {
          ...waivers,
          items: { ...waivers.items, properties: { ...waivers.items.properties, at: { type: 'object' } } },
        },
        admissionPolicies: { type: 'array' },
        customRules: { type: 'array' },
      },
    },
  },
};

/** What is wrong with the settings of a program; empty when all is well. */
export function settingsProblems(settings: Settings): SchemaProblem[] {
  const problems = schemaProblems(settings, settingsSchema);
  if (problems.length > 0) return problems;
  const { policy: told = {}, today } = settings;
  return [
    ...ruleProblems(told),
    ...waiverDayProblems(told),
    ...(today === undefined ? [] : dayProblems('today', today)),
  ];
}
