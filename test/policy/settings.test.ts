import { App, Chart } from 'cdk8s';
import { check, checkApp, CheckedApp, defineRule, parseManifests, type CheckedAppProps } from '../../lib';
import { Ajv } from 'ajv';
import * as fc from 'fast-check';
import { schemaAllows } from '../../lib/policy/configuration/schema-allows';
import schema from '../../schemas/exposed-app.json';

const documents = parseManifests('apiVersion: v1\nkind: Namespace\nmetadata: {name: a}\n');

/** As from a program without types. */
const untyped = (settings: object): CheckedAppProps => settings;

describe.each<[string, object, string]>([
  [
    'a misspelt rule',
    { policy: { rules: { 'exposure/nod-port': 'off' } } },
    "policy.rules[exposure/nod-port]: there is no rule 'exposure/nod-port': 'exposure/node-port' is meant?",
  ],
  ['a rule of the server', { policy: { rules: { 'service/node-port-range': 'off' } } }, 'cannot be re-graded'],
  ['a rule about the policy', { policy: { rules: { 'policy/waiver-unused': 'off' } } }, 'cannot be re-graded'],
  [
    'a misspelt weight',
    { policy: { rules: { 'service/selector': 'of' } } },
    "policy.rules[service/selector]: is \"of\": 'error', 'warning', 'note' and 'off' are allowed",
  ],
  ['a misspelt preset', { policy: { preset: 'strikt' } }, "policy.preset: is \"strikt\": 'essential' and 'strict'"],
  ['a misspelt key', { policy: { presets: 'strict' } }, "there is no 'presets' here. 'preset' is meant?"],
  ['a key that only programs have, misspelt', { policy: { customRule: [] } }, "'customRules' is meant?"],
  [
    'a misspelt parameter',
    { policy: { parameters: { allowedHost: {} } } },
    "policy.parameters.allowedHost: there is no 'allowedHost' here. 'allowedHosts' is meant?",
  ],
  ['a parameter of another form', { policy: { parameters: { allowedHosts: ['a'] } } }, 'must be object'],
  ['no policy', { policy: null }, 'policy: is null: must be object'],
  ['a day as people write it', { today: '21.11.2026' }, "today: '21.11.2026' is no day of the calendar"],
  ['a word for a day', { today: 'soon' }, "today: 'soon' is no day"],
  ['an empty day', { today: '' }, "today: '' is no day"],
  [
    'a waiver until a day that is none',
    {
      policy: {
        waivers: [
          {
            rule: 'service/selector',
            object: { kind: 'A', name: 'b' },
            reason: 'c',
            owner: 'd',
            expires: '2027-02-30',
          },
        ],
      },
    },
    "policy.waivers[0].expires: '2027-02-30' is no day",
  ],
])('%s is refused', (_, settings, message) => {
  test.each<[string, () => unknown]>([
    ['check', () => check(documents, untyped(settings))],
    ['checkApp', () => checkApp(new App(), untyped(settings))],
    ['CheckedApp', () => new CheckedApp(untyped(settings))],
  ])('by %s', (caller, ask) => {
    expect(ask).toThrow(message);
    expect(ask).toThrow(`${caller}: these settings cannot be used:\n  `);
  });
});

test.each(['warn', 'errors', ''])('an app that would fail on %j writes nothing', (failOn) => {
  expect(() => new CheckedApp(untyped({ failOn }))).toThrow(
    `failOn: is ${JSON.stringify(failOn)}: 'error', 'warning' and 'note' are allowed`,
  );
});

test('all that is wrong is told at once', () => {
  const settings = untyped({ failOn: 'warn', policy: { preset: 'strikt', polcy: 1 } });
  expect(() => new CheckedApp(settings)).toThrow(/failOn(.|\n)*polcy(.|\n)*preset/);
});

test('what a program may say is taken', () => {
  const own = defineRule({
    ...{ id: 'acme/owner', class: 'risky', rating: 'high', on: ['set'], summary: 'a', why: 'b', fix: 'c' },
    ...{ good: [{ manifests: '' }], bad: [{ manifests: '' }], check: () => [] },
  });
  const at = { file: 'program.ts', line: 1, column: 1 };
  const terms = { reason: 'c', owner: 'd', expires: '2027-02-28', at };
  const settings = {
    failOn: 'note',
    today: '2026-11-21',
    policy: {
      ...{ preset: undefined, longestWaiverDays: 200, customRules: [own], admissionPolicies: [{ kind: 'A' }] },
      rules: { 'acme/owner': 'off', 'policy/admission': 'note', 'service/selector': undefined },
      parameters: { allowedHosts: { '*': [] }, loadBalancerClasses: { a: [''] }, nodePortBands: { a: [[1, 2]] } },
      waivers: [{ rule: 'service/selector', object: { kind: 'A', name: 'b' }, ...terms }],
    },
  };
  const app = new CheckedApp(untyped(settings));
  new Chart(app, 'empty');
  expect(app.check().summary).toMatchObject({ errors: 0 });
  expect(check(documents, untyped(settings)).summary).toMatchObject({ errors: 0 });
});

test('every keyword of the schema is known where no validator is loaded', () => {
  const whole = { targets: { a: { folders: ['b'], provider: { aws: {} }, ingressClasses: ['c', { name: 'd' }] } } };
  expect(schemaAllows(schema, whole)).toBe(true);
  expect(schemaAllows({ ...schema, if: {} }, whole)).toBe(false);
});

test('what is allowed without a validator is what ajv allows', () => {
  const validate = new Ajv({ strict: false }).compile(schema);
  const sound = {
    targets: {
      prod: {
        ...{ folders: ['dist/prod'], kubernetes: '1.36', provider: { aws: {} }, nodePortRange: [30000, 32767] },
        ...{ ipFamilies: ['IPv4'], ingressClasses: ['nginx', { name: 'public', default: true }] },
        exists: [{ kind: 'Secret', name: 'tls' }],
      },
    },
    policy: {
      ...{ preset: 'strict', rules: { 'exposure/node-port': 'off' }, parameters: { allowedHosts: { '*': ['a.b'] } } },
      waivers: [
        {
          rule: 'exposure/node-port',
          reason: 'a',
          owner: 'b',
          expires: '2027-01-01',
          object: { kind: 'Service', name: 'c' },
        },
      ],
    },
  };
  expect(schemaAllows(schema, sound)).toBe(true);
  const wrong = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.constantFrom('', 'off', 'IPv4', '1.36', 30000, [], {}, null),
  );
  fc.assert(
    fc.property(fc.array(fc.nat(), { maxLength: 6 }), wrong, fc.string(), (steps, value, name) => {
      const changed = changedAt(structuredClone(sound), steps, value, name);
      expect([changed, schemaAllows(schema, changed)]).toEqual([changed, validate(changed)]);
    }),
    { numRuns: 2000 },
  );
});

/** The value with another one at the end of some way through it: in the place of a member, or beside the others. */
function changedAt(value: unknown, [step, ...steps]: readonly number[], other: unknown, name: string): unknown {
  if (step === undefined || typeof value !== 'object' || value === null) return other;
  const fields = value as Record<string, unknown>;
  const keys = [...Object.keys(fields), Array.isArray(value) ? String(value.length) : name];
  const key = keys[step % keys.length] ?? name;
  fields[key] = Object.hasOwn(fields, key) ? changedAt(fields[key], steps, other, name) : other;
  return value;
}
