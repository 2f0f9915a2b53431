import type { CheckPlan } from './check-plan';
import type { CheckFlags } from './run-check';

/** A setting, what it is, and who says so. */
interface Setting {
  readonly name: string;
  readonly value: string;
  readonly by: string;
}

/** Where each setting of a check comes from: a flag, the configuration with its line, or nobody. */
export function explainConfig(flags: CheckFlags, plan: CheckPlan): string {
  const settings = [...flagSettings(flags, plan), ...policySettings(plan), ...targetSettings(plan)];
  const width = Math.max(...settings.map(({ name }) => name.length));
  return settings.map(({ name, value, by }) => `${name.padEnd(width)}  ${value}  (${by})\n`).join('');
}

function flagSettings(flags: CheckFlags, { configuration, options }: CheckPlan): Setting[] {
  const { file, policy } = configuration;
  const byFlag = (name: string, value: string | undefined, otherwise: Omit<Setting, 'name'>): Setting =>
    value === undefined ? { name, ...otherwise } : { name, value, by: `--${name}` };
  const found = file === undefined ? 'there is no exposed-app.yaml here' : 'the working directory';
  const preset = policy.preset ?? 'essential';
  return [
    byFlag('config', flags.config, { value: file ?? 'none', by: found }),
    byFlag('kubernetes', flags.kubernetes, { value: options.target.kubernetes, by: 'default, but for targets' }),
    byFlag('preset', flags.preset, { value: preset, by: placeOf('policy.preset', policy.preset, configuration) }),
    { name: 'fail-on', value: flags.failOn, by: flags.failOn === 'error' ? 'default' : '--fail-on' },
    byFlag('today', flags.today, { value: options.today, by: 'default: today in UTC' }),
    byFlag('baseline', flags.baseline, { value: 'none', by: 'default' }),
  ];
}

function policySettings({ configuration }: CheckPlan): Setting[] {
  const { policy, admissionPolicies } = configuration;
  const setting = (name: string, value: unknown, field: string): Setting => ({
    name,
    value: typeof value === 'string' ? value : JSON.stringify(value),
    by: placeOf(field, value, configuration),
  });
  const days = policy.longestWaiverDays;
  return [
    { ...setting('longestWaiverDays', days ?? 365, ''), by: placeOf('policy.longestWaiverDays', days, configuration) },
    ...Object.entries(policy.rules ?? {}).map(([id, weight]) => setting(`rules.${id}`, weight, `policy.rules[${id}]`)),
    ...Object.entries(policy.parameters ?? {}).map(([name, value]) =>
      setting(`parameters.${name}`, value, `policy.parameters.${name}`),
    ),
    ...(policy.waivers ?? []).map(({ rule, object, expires }, position) =>
      setting(
        `waivers[${position}]`,
        `${rule} of ${object.kind} ${object.name} until ${expires}`,
        `policy.waivers[${position}]`,
      ),
    ),
    ...admissionPolicies.map((path, position) =>
      setting(`admissionPolicies[${position}]`, path, `policy.admissionPolicies[${position}]`),
    ),
  ];
}

function targetSettings({ configuration }: CheckPlan): Setting[] {
  return configuration.targets.map(({ name, folders, target }) => ({
    name: `targets.${name}`,
    value: `${folders.join(', ')}: Kubernetes ${target.kubernetes}, load balancers by ${target.provider.name}`,
    by: placeOf(`targets.${name}`, name, configuration),
  }));
}

function placeOf(field: string, value: unknown, { file = '', at }: CheckPlan['configuration']): string {
  return value === undefined ? 'default' : `${file}:${at(field)?.line ?? 1}`;
}
