import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Testing } from 'cdk8s';
import { parseAllDocuments } from 'yaml';
import { HostPortExample } from '../examples/host-port';
import { IngressTlsExample } from '../examples/ingress';
import { LoadBalancerExample } from '../examples/load-balancer';
import { NodePortClientAddressExample } from '../examples/node-port';
import { Target, validateManifest } from '../lib';
import { kubernetesMinors } from '../lib/kubernetes/versions';

const folder = join(__dirname, '../dist');
const documents = readdirSync(folder).flatMap((file) =>
  parseAllDocuments(readFileSync(join(folder, file), 'utf8')).map((document) => document.toJS() as unknown),
);
/** The examples aim at the newest release. What they use that older ones do not have: the wait before the end, by `sleep`, and sidecars. */
const sleepAction = 30;

test.each(kubernetesMinors.filter((minor) => minor >= sleepAction))('1.%i accepts every example in dist/', (minor) => {
  expect(documents.flatMap((document) => validateManifest(document, { kubernetes: `1.${minor}` }))).toEqual([]);
});

test.each(kubernetesMinors.filter((minor) => minor < sleepAction))('1.%i refuses nothing but those', (minor) => {
  const refusals = documents.flatMap((document) => validateManifest(document, { kubernetes: `1.${minor}` }));
  const fields = new Set(
    refusals.map(({ field }) => field.replace(/^.*\.lifecycle\./, '').replace(/^.*\.(?=preStop)/, '')),
  );
  const isOfSidecar = (field: string): boolean => /\.initContainers\[\d+\]\.(?:restartPolicy|lifecycle)$/.test(field);
  expect([...fields].filter((field) => !field.startsWith('preStop') && !isOfSidecar(field))).toEqual([]);
});

test.each(kubernetesMinors)('what is written for 1.%i is accepted there', (minor) => {
  const kubernetes = `1.${minor}`;
  for (const Example of [HostPortExample, IngressTlsExample, LoadBalancerExample, NodePortClientAddressExample]) {
    const app = Testing.app();
    Target.set(app, new Target({ kubernetes }));
    const written = Testing.synth(new Example(app, 'example')) as unknown[];
    expect(written.flatMap((document) => validateManifest(document, { kubernetes }))).toEqual([]);
  }
});
