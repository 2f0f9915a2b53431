import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from '../../lib/check';
import type { Finding } from '../../lib/findings/finding';
import { parseManifests } from '../../lib/manifests/parse-manifests';
import type { Fault } from './faults/fault';
import { annotationFaults } from './faults/annotations';
import { policyFaults } from './faults/policies';
import { routeFaults } from './faults/routes';
import { serviceFaults } from './faults/services';
import { tlsFaults } from './faults/tls';
import { workloadFaults } from './faults/workloads';

const textOf = (set: string): string => readFileSync(join(__dirname, 'sound-sets', `${set}.yaml`), 'utf8');

function faulty({ set, replace = [], add }: Fault): string {
  let text = textOf(set);
  for (const [from, instead] of replace) {
    expect(text).toContain(from);
    text = text.replace(from, () => instead);
  }
  return add === undefined ? text : `${text}---\n${add}`;
}

const findingsOf = (text: string): readonly Finding[] => check(parseManifests(text)).findings;
const printed = ({ rule, object, field }: Finding): string => `${rule}: ${object.kind} ${object.name} ${field}`;

// The preset is the one that everybody has who chose none.
describe.each([
  ['annotations', annotationFaults],
  ['routes', routeFaults],
  ['TLS', tlsFaults],
  ['Services', serviceFaults],
  ['workloads', workloadFaults],
  ['policies', policyFaults],
])('one fault of %s in a sound set', (_, faults) => {
  test.each(faults.map((fault) => [fault.title, fault] as const))('%s', (_, fault) => {
    const wanted = `${fault.rule}: ${fault.object} ${fault.field}`;
    expect(findingsOf(textOf(fault.set)).map(printed)).not.toContain(wanted);
    expect(findingsOf(faulty(fault)).map(printed)).toContain(wanted);
  });
});
