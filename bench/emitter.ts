import { Yaml } from 'cdk8s';
import { printYaml } from '../lib/manifests/print-yaml';
import { documents } from './documents';
import { inTurns, printPair } from './measure';

/** Printing 3,000 documents: ours against the emitter of cdk8s, in turns. The length is asked for so that the text is really made. */
const all = documents();
const [ours, theirs] = inTurns(
  9,
  () => Buffer.byteLength(printYaml(all)),
  () => Buffer.byteLength(Yaml.stringify(...all)),
);
printPair(`printYaml, ${all.length} documents`, ours, 'Yaml.stringify of cdk8s', theirs, 1 / 8);
