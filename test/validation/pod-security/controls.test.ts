import { controls } from '../../../lib/validation/pod-security/controls';
import { podSecurity } from '../../../lib/validation/pod-security/pod-security';
import { baselineCases } from './baseline-cases';
import { restrictedCases } from './restricted-cases';

const cases = [...baselineCases, ...restrictedCases];

describe.each(cases)('$name', ({ pod, kubernetes, breaks }) => {
  const { level, violations } = podSecurity(pod, kubernetes === undefined ? {} : { kubernetes });

  it('breaks what upstream says', () => {
    expect(violations.map(({ control, field }) => `${control} ${field}`)).toEqual(breaks);
  });

  it('has the level that follows', () => {
    const broken = new Set(violations.map((violation) => violation.level));
    expect(level).toBe(broken.has('baseline') ? 'privileged' : broken.has('restricted') ? 'baseline' : 'restricted');
  });
});

it('knows the 19 controls of upstream', () => {
  expect(controls.map(({ name, level }) => `${level} ${name}`).sort()).toEqual([
    'baseline appArmorProfile',
    'baseline capabilities_baseline',
    'baseline hostNamespaces',
    'baseline hostPathVolumes',
    'baseline hostPorts',
    'baseline hostProbesAndHostLifecycle',
    'baseline privileged',
    'baseline procMount',
    'baseline seLinuxOptions',
    'baseline seccompProfile_baseline',
    'baseline sysctls',
    'baseline windowsHostProcess',
    'restricted allowPrivilegeEscalation',
    'restricted capabilities_restricted',
    'restricted procMount_restricted',
    'restricted restrictedVolumes',
    'restricted runAsNonRoot',
    'restricted runAsUser',
    'restricted seccompProfile_restricted',
  ]);
});

it('has a case that breaks each control', () => {
  const broken = new Set(cases.flatMap(({ breaks }) => breaks.map((line) => line.split(' ')[0])));
  expect(controls.filter(({ name }) => !broken.has(name))).toEqual([]);
});
