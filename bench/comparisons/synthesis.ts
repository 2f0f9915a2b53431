import { inTurns, type Comparison } from '../comparison';
import { median } from '../measure';
import { measuredProgram } from '../processes';

function time(...args: readonly string[]): number {
  return measuredProgram('synth', ...args).milliseconds;
}

/** How synthesis compares with cdk8s, and with itself where there is more to do. */
export const synthesis: readonly Comparison[] = [
  {
    work: '1,000 charts of a Deployment, a Service and an Ingress: built, checked, written',
    against: '`App.synth()` of cdk8s-plus-27 alone, same documents',
    limit: 1 / 12,
    measure: (runs) =>
      inTurns(
        runs,
        () => time('ours', 'objects', '1000', '1'),
        () => time('cdk8s', 'plus', '1000', '1'),
      ),
  },
  {
    work: '10,000 charts',
    against: 'our 1,000 charts',
    limit: 11,
    measure(runs) {
      const many = Array.from({ length: runs }, () => measuredProgram('synth', 'ours', 'objects', '10000', '1'));
      const few = Array.from({ length: runs }, () => time('ours', 'objects', '1000', '1'));
      const megabytes = Math.max(...many.map((run) => run.megabytes));
      if (megabytes > 1000) throw new Error(`10,000 charts take ${megabytes.toFixed(0)} MB: 1,000 are allowed`);
      const ours = median(many.map(({ milliseconds }) => milliseconds));
      return { ours, theirs: median(few), note: `${megabytes.toFixed(0)} MB` };
    },
  },
  {
    work: 'one chart of 1,000 applications: built, checked, written',
    against: '`App.synth()` of cdk8s-plus-27 alone, same documents',
    limit: 1 / 2.5,
    measure: (runs) =>
      inTurns(
        runs,
        () => time('ours', 'objects', '1', '1000'),
        () => time('cdk8s', 'plus', '1', '1000'),
      ),
  },
  {
    work: 'a diamond of 60 layers',
    against: '(cdk8s walks every path, and does not end)',
    limit: 50,
    absolute: true,
    measure: (runs) => ({
      ours: median(Array.from({ length: runs }, () => measuredProgram('diamond', '60').milliseconds)),
      theirs: Infinity,
    }),
  },
];
