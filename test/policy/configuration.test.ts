import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { check, parseManifests, type RuleParameters } from '../../lib';
import schema from '../../schemas/exposed-app.json';
import { readConfiguration } from '../../lib/policy/configuration/read-configuration';

const whole = `
targets:
  production:
    folders: [dist/production]
    kubernetes: '1.33'
    provider: { metalLb: { pool: public } }
    nodePortRange: [30000, 30099]
    ipFamilies: [IPv4, IPv6]
    ingressClasses: [{ name: traefik, controller: traefik.io/ingress-controller, default: true }, internal]
    exists: [{ kind: Secret, namespace: shop, name: '*-tls' }]
policy:
  preset: strict
  rules: { exposure/host-port: off, service/selector: warning }
  parameters: { allowedHosts: { shop: ['*.shop.example.com'] }, waysIn: { 'team-*': [ingress] } }
  longestWaiverDays: 90
  waivers:
    - rule: exposure/host-network
      object: { kind: DaemonSet, namespace: edge, name: 'agent-*' }
      reason: the network itself
      owner: team-edge
      expires: 2027-03-31
`;

test('everything that it says is taken over', () => {
  const { targets, policy } = readConfiguration(whole, 'exposed-app.yaml');
  expect(targets.map(({ name, folders }) => [name, folders])).toEqual([['production', ['dist/production']]]);
  const target = targets[0]?.target;
  expect(target).toMatchObject({ kubernetes: '1.33', nodePortRange: [30000, 30099], ipFamilies: ['IPv4', 'IPv6'] });
  expect(target?.provider.name).toBe('MetalLB');
  expect(target?.has('Secret', 'shop', 'web-tls')).toBe(true);
  expect(policy).toMatchObject({ preset: 'strict', longestWaiverDays: 90 });
  expect(policy.waivers).toMatchObject([{ owner: 'team-edge', at: { file: 'exposed-app.yaml', line: 17 } }]);
});

test('a waiver that lets nothing pass is told in its place', () => {
  const { policy } = readConfiguration(whole, 'exposed-app.yaml');
  const { findings } = check(parseManifests('apiVersion: v1\nkind: Namespace\nmetadata: {name: a}\n'), { policy });
  expect(findings.find(({ rule }) => rule === 'policy/waiver-unused')).toMatchObject({
    file: 'exposed-app.yaml',
    line: 17,
  });
});

test('an empty file says nothing', () => {
  expect(readConfiguration('# nothing yet\n', 'a.yaml')).toMatchObject({
    targets: [],
    policy: {},
    admissionPolicies: [],
  });
});

test.each([
  ['a typo', 'polcy: {}', "1:1: polcy: there is no 'polcy' here. 'policy' is meant?"],
  ['a typo below', 'policy:\n  presets: strict', "2:3: policy.presets: there is no 'presets' here. 'preset' is meant?"],
  ['a wrong value', 'policy: { preset: tough }', "policy.preset: is \"tough\": 'essential' and 'strict' are allowed"],
  ['a rule that is not there', 'policy: { rules: { service/selectr: off } }', "'service/selector' is meant?"],
  ['a rule of the server', 'policy: { rules: { service/node-port-range: off } }', 'cannot be re-graded'],
  ['a version that is not known', "targets: { a: { folders: [b], kubernetes: '1.12' } }", "kubernetes is '1.12'"],
  [
    'a version that is a number',
    'targets: { a: { folders: [b], kubernetes: 1.3 } }',
    'is 1.3: must be string: write it in quotes',
  ],
  ['a target without folders', 'targets: { a: {} }', "'folders' is missing"],
  [
    'a waiver without an owner',
    'policy: { waivers: [{ rule: a/b, object: { kind: A, name: b }, reason: c, expires: 2027-01-01 }] }',
    "'owner' is missing",
  ],
  [
    'a day that is not in the calendar',
    'policy: { waivers: [{ rule: a/b, object: { kind: A, name: b }, reason: c, owner: d, expires: 2027-02-30 }] }',
    "'2027-02-30' is no day",
  ],
  ['two documents', 'policy: {}\n---\npolicy: {}', 'single document'],
  ['no YAML', 'policy: [', ''],
  ['a list', '[]', 'must be object'],
])('%s is told, with its place', (_, text, message) => {
  expect(() => readConfiguration(text, 'exposed-app.yaml')).toThrow(
    /^exposed-app\.yaml cannot be used:\n {2}\d+:\d+: /,
  );
  expect(() => readConfiguration(text, 'exposed-app.yaml')).toThrow(message);
});

test('the configuration that docs/how-to/policy.md shows can be used', () => {
  const page = readFileSync(join(__dirname, '../../docs/how-to/policy.md'), 'utf8');
  const [, block = ''] = /```yaml\n(# yaml-language-server[^]*?)```/.exec(page) ?? [];
  const { targets, policy } = readConfiguration(block, 'exposed-app.yaml');
  expect(targets.map(({ name }) => name)).toEqual(['production']);
  expect(policy.waivers).toHaveLength(1);
});

test('the schema knows every parameter of a rule, and no other', () => {
  const parameters: Readonly<Record<keyof RuleParameters, true>> = {
    ...{
      allowedAddresses: true,
      allowedHosts: true,
      allowedSources: true,
      imageRegistries: true,
      ingressClasses: true,
    },
    ...{
      loadBalancerClasses: true,
      loadBalancerProviders: true,
      loadBalancers: true,
      nodePortBands: true,
      waysIn: true,
    },
  };
  const known = schema.properties.policy.properties.parameters.properties;
  expect(Object.keys(known).sort()).toEqual(Object.keys(parameters).sort());
});
