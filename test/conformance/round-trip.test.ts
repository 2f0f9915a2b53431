import { parseManifests, validateManifest } from '../../lib';
import { printYaml } from '../../lib/manifests/print-yaml';
import { readCorpus } from './corpus';

test('what a server accepts is accepted after our YAML was written and read again', () => {
  const accepted = readCorpus().filter(({ verdicts }) => verdicts.get('1.36')?.verdict === 'accept');
  expect(accepted.length).toBeGreaterThan(1000);
  const read = parseManifests(printYaml(accepted.map(({ manifest }) => manifest)));
  expect(read.map(({ manifest }) => manifest)).toEqual(accepted.map(({ manifest }) => manifest));
  const refused = read.filter(({ manifest }) => validateManifest(manifest, { kubernetes: '1.36' }).length > 0);
  expect(refused).toEqual([]);
});
