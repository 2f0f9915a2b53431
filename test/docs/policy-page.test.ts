import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { codeBlocks } from '../../scripts/docs/markdown';
import { exposedApp, inEmptyFolder, soundSet, write } from '../cli/cli';

const page = readFileSync(resolve(__dirname, '../../docs/how-to/policy.md'), 'utf8');
const block = (words: string) =>
  codeBlocks(page).find(({ language, text }) => language === 'yaml' && text.includes(words))?.text ?? '';
const policies = readFileSync(join(__dirname, '../policy/admission/policies.json'), 'utf8');

inEmptyFolder();

test('the sample of exposed-app.yaml is read as it stands', async () => {
  write('exposed-app.yaml', block('targets:'));
  write('dist/production/shop.k8s.yaml', soundSet);
  const { code, output, error } = await exposedApp(['check', 'dist/']);
  expect([code, error]).toEqual([0, '']);
  expect(output).toContain('held against Kubernetes 1.36');
});

test('the folder of admission policies is read where it is there, and missed where it is not', async () => {
  write('exposed-app.yaml', block('admissionPolicies'));
  write('dist/shop.k8s.yaml', soundSet);
  expect((await exposedApp(['check', 'dist/'])).code).toBe(2);
  const items = JSON.parse(policies) as object[];
  for (const [number, item] of items.entries()) write(`cluster/policies/${number}.json`, JSON.stringify(item));
  expect(await exposedApp(['check', 'dist/'])).toMatchObject({ code: 0, error: '' });
});
