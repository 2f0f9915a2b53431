import { ruleTexts } from '../../lib/check/rule-texts';
import { findRules } from '../../lib/cli/find-rules';
import { rules } from '../../lib/rules';
import { exposedApp } from './cli';

const explain = (...words: string[]) => exposedApp(['explain', ...words]);
/** The rules that are listed, the likeliest first. */
const listed = async (...words: string[]) => {
  const { output } = await explain(...words);
  return Array.from(output.matchAll(/^([a-z-]+\/[a-z-]+) \(/gm), ([, id]) => id);
};

test('a rule by its id: why, fix, symptoms and examples', async () => {
  const { code, output } = await explain('service/selector');
  expect(code).toBe(0);
  for (const part of [
    'service/selector (broken, error)',
    'Fix: ',
    'Seen as:',
    'Finds',
    'Leaves alone',
    'kind: Service',
  ]) {
    expect(output).toContain(part);
  }
});

test.each(rules.map(({ id }) => id))('%s is told about', async (id) => {
  const { code, output } = await explain(id);
  expect(code).toBe(0);
  expect(output.startsWith(`${id} (`)).toBe(true);
});

test.each(['service/node-port-range', 'document/readable', 'policy/waiver-expired'])(
  'so is %s, which is no rule over a set',
  async (id) => {
    expect((await explain(id)).output.startsWith(`${id} (`)).toBe(true);
  },
);

test.each([
  ['404 from the controller', 'ingress/class-unknown'],
  ['503', 'service/selector'],
  ['503 service temporarily unavailable', 'service/selector'],
  ['pending', 'service/load-balancer-provider'],
  ['fake certificate', 'tls/secret-missing'],
  ['Progressing', 'ingress/class-missing'],
  ['connection refused', 'service/target-port'],
  ['external-ip pending', 'service/load-balancer-provider'],
  ['no matches for kind Ingress in version extensions/v1beta1', 'kind/known'],
  ['provided port is not in the valid range', 'service/node-port-range'],
])('%s leads to %s', async (symptom, id) => {
  expect(await listed(...symptom.split(' '))).toContain(id);
});

test('words as one argument or as several are the same', async () => {
  expect(await listed('fake certificate')).toEqual(await listed('fake', 'certificate'));
});

test('each symptom that a rule names leads to that rule', () => {
  const texts = [...ruleTexts().values()];
  const lost = texts.flatMap((text) =>
    text.symptoms
      .filter((symptom) => !findRules(symptom, texts).includes(text))
      .map((symptom) => `${text.id}: ${symptom}`),
  );
  expect(lost).toEqual([]);
});

test('a misspelt id names the nearest one', async () => {
  const { code, error } = await explain('service/selctor');
  expect([code, error]).toEqual([1, expect.stringContaining("was 'service/selector' meant?")]);
});

test('what no rule knows is said', async () => {
  const { code, output, error } = await explain('xyzzy');
  expect([code, output]).toEqual([1, '']);
  expect(error).toContain("no rule knows 'xyzzy'");
});
