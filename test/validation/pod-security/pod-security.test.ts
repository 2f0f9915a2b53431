import fc from 'fast-check';
import { kubernetesMinors, printKubernetesVersion } from '../../../lib/kubernetes/versions';
import { podSecurity } from '../../../lib/validation/pod-security/pod-security';
import { hardenedPod } from './hardened-pod';

const template = { metadata: {}, spec: { ...(hardenedPod()['spec'] as object), hostPID: true } };

it.each([
  ['apps/v1', 'Deployment', { spec: { template } }, 'spec.template.spec.hostPID'],
  ['apps/v1', 'DaemonSet', { spec: { template } }, 'spec.template.spec.hostPID'],
  ['apps/v1', 'StatefulSet', { spec: { template } }, 'spec.template.spec.hostPID'],
  ['apps/v1', 'ReplicaSet', { spec: { template } }, 'spec.template.spec.hostPID'],
  ['v1', 'ReplicationController', { spec: { template } }, 'spec.template.spec.hostPID'],
  ['v1', 'PodTemplate', { template }, 'template.spec.hostPID'],
  ['batch/v1', 'Job', { spec: { template } }, 'spec.template.spec.hostPID'],
  [
    'batch/v1',
    'CronJob',
    { spec: { jobTemplate: { spec: { template } } } },
    'spec.jobTemplate.spec.template.spec.hostPID',
  ],
  ['argoproj.io/v1alpha1', 'Rollout', { spec: { template } }, 'spec.template.spec.hostPID'],
])('finds the template of %s %s', (apiVersion, kind, rest, field) => {
  const report = podSecurity({ apiVersion, kind, ...rest });
  expect(report).toMatchObject({
    level: 'privileged',
    violations: [{ level: 'baseline', control: 'hostNamespaces', field }],
  });
});

it.each([
  ['a Service', { apiVersion: 'v1', kind: 'Service', spec: { hostNetwork: true } }],
  ['a template of something else', { kind: 'ApplicationSet', spec: { template: { spec: { hostPID: true } } } }],
  ['nothing', undefined],
])('finds no pod in %s', (_name, manifest) => {
  expect(podSecurity(manifest)).toEqual({ level: 'restricted', violations: [] });
});

it('takes the defaults of a Pod only where the API server sets them: not in a template', () => {
  const spec = { hostNetwork: true, containers: [{ name: 'web', ports: [{ containerPort: 80 }] }] };
  const controlsOf = (manifest: unknown) => podSecurity(manifest).violations.map(({ control }) => control);
  expect(controlsOf({ apiVersion: 'v1', kind: 'Pod', spec })).toContain('hostPorts');
  expect(controlsOf({ apiVersion: 'apps/v1', kind: 'Deployment', spec: { template: { spec } } })).not.toContain(
    'hostPorts',
  );
});

const fields = [
  ...[
    'apiVersion',
    'kind',
    'spec',
    'template',
    'containers',
    'initContainers',
    'securityContext',
    'capabilities',
    'add',
  ],
  ...[
    'drop',
    'volumes',
    'ports',
    'hostPort',
    'seccompProfile',
    'appArmorProfile',
    'seLinuxOptions',
    'type',
    'procMount',
  ],
  ...['sysctls', 'metadata', 'annotations', 'lifecycle', 'preStop', 'httpGet', 'host', 'os', 'name', '__proto__'],
];
const oddValue = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 6, depthSize: 'large' },
    fc.oneof(fc.constantFrom<unknown>(null, undefined, 'Pod', 0, 1n, Symbol('x'), true, NaN), fc.string()),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...fields), tie('value'), { maxKeys: 6 }),
  ),
})).value;
const oddSpec = fc.dictionary(fc.constantFrom(...fields), oddValue, { maxKeys: 8 });

it('never throws and never changes its input', () => {
  fc.assert(
    fc.property(oddSpec, (spec) => {
      const manifest = { apiVersion: 'v1', kind: 'Pod', spec };
      const before = structuredCloneOrUndefined(manifest);
      podSecurity(manifest);
      podSecurity(spec);
      if (before !== undefined) expect(manifest).toEqual(before);
    }),
    { numRuns: 500 },
  );
});

it('refuses a release that is not known', () => {
  expect(() => podSecurity(hardenedPod(), { kubernetes: '1.99' })).toThrow(RangeError);
});

it('survives a cyclic manifest', () => {
  const spec: Record<string, unknown> = { containers: [] };
  spec['securityContext'] = { seccompProfile: spec, seLinuxOptions: spec, sysctls: [spec] };
  spec['volumes'] = [spec];
  (spec['containers'] as unknown[]).push({
    securityContext: { procMount: spec, capabilities: { add: [spec] } },
    ports: [{ hostPort: spec }],
  });
  expect(podSecurity({ kind: 'Pod', spec }).level).toBe('privileged');
});

it('finds the hardened pod restricted in every release', () => {
  for (const minor of kubernetesMinors) {
    expect(podSecurity(hardenedPod(), { kubernetes: printKubernetesVersion(minor) }).level).toBe('restricted');
  }
});

function structuredCloneOrUndefined(value: unknown): unknown {
  try {
    return structuredClone(value);
  } catch {
    return undefined; // a symbol cannot be cloned
  }
}
