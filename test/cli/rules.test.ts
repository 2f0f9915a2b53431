import { rules } from '../../lib/rules';
import { validationRules } from '../../lib/validation/catalogue';
import { exposedApp } from './cli';

test('lists every rule on a line of its own, the broken ones first', async () => {
  const { code, output } = await exposedApp(['rules']);
  const ids = output
    .trimEnd()
    .split('\n')
    .map((line) => line.split(' ')[0]);
  expect(code).toBe(0);
  expect(ids).toEqual(expect.arrayContaining([...rules.map(({ id }) => id), ...Object.keys(validationRules)]));
  expect(new Set(ids).size).toBe(ids.length);
  expect(output).toMatch(/^service\/selector +broken, error +The selector of a Service/m);
});

test('lists one class', async () => {
  const { output } = await exposedApp(['rules', '--class', 'refused']);
  expect(output).toContain('service/node-port-range');
  expect(output).not.toContain('service/selector ');
});

test('lists them for programs', async () => {
  const { output } = await exposedApp(['rules', '--format', 'json']);
  const listed = JSON.parse(output) as { id: string; class: string; severity: string }[];
  expect(listed).toContainEqual(
    expect.objectContaining({ id: 'service/selector', class: 'broken', severity: 'error' }),
  );
});
