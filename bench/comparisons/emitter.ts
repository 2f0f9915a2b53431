import { Yaml } from 'cdk8s';
import { printYaml } from '../../lib/manifests/print-yaml';
import type { Comparison } from '../comparison';
import { documents } from '../documents';
import { inTurns, timed } from '../measure';

/** Printing 3,000 documents, in turns. The length is asked for so that the text is really made. */
export const emitter: Comparison = {
  work: 'printing 3,000 documents as YAML',
  against: '`Yaml.stringify` of cdk8s',
  limit: 1 / 8,
  measure(runs) {
    const all = documents();
    return inTurns(
      runs,
      () => timed(() => Buffer.byteLength(printYaml(all))),
      () => timed(() => Buffer.byteLength(Yaml.stringify(...all))),
    );
  },
};
