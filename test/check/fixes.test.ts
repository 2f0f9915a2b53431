import { check } from '../../lib/check';
import { fixes } from '../../lib/check/fixes';
import { ruleTexts } from '../../lib/check/rule-texts';
import { parseManifests } from '../../lib/manifests/parse-manifests';
import { defineRule } from '../../lib/rules/rule';

test('a refusal names the next step', () => {
  const [finding] = check(
    parseManifests('{apiVersion: v1, kind: ConfigMap, metadata: {name: a}, wombat: {}}'),
  ).findings;
  expect(finding).toMatchObject({ rule: 'decode/unknown-field', fix: fixes['decode/unknown-field'] });
});

test('rules of a policy have a text as ours have', () => {
  const rule = defineRule({
    ...{ id: 'own/rule', class: 'risky', rating: 'low', on: ['Service'], summary: 'A', why: 'B', fix: 'C' },
    ...{ good: [{ manifests: '' }], bad: [{ manifests: '' }] },
    *check() {
      yield { field: '', message: 'a' };
    },
  });
  expect(ruleTexts([rule]).get('own/rule')).toMatchObject({ severity: 'note', rating: 'low', symptoms: [] });
});
