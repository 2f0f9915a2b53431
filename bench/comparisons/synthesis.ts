import type { Comparison } from '../comparison';
import { inTurns, median } from '../measure';
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
    work: '1,000 charts of an `ExposedApp` with an Ingress: built, checked, written',
    against: '`App.synth()` of cdk8s-plus-27 alone, a Deployment, a Service and an Ingress each',
    limit: 1 / 10,
    measure: (runs) =>
      inTurns(
        runs,
        () => time('ours', 'exposed', '1000', '1'),
        () => time('cdk8s', 'plus', '1000', '1'),
      ),
  },
  {
    work: '10,000 charts',
    against: 'our 1,000 charts',
    limit: 11,
    measure(runs) {
      let most = 0;
      const times = inTurns(
        runs,
        () => {
          const { milliseconds, megabytes } = measuredProgram('synth', 'ours', 'objects', '10000', '1');
          most = Math.max(most, megabytes);
          return milliseconds;
        },
        () => time('ours', 'objects', '1000', '1'),
      );
      if (most > 1000) throw new Error(`10,000 charts take ${most.toFixed(0)} MB: 1,000 are allowed`);
      return { ...times, note: `${most.toFixed(0)} MB` };
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
    measure: (runs) => ({
      milliseconds: median(Array.from({ length: runs }, () => measuredProgram('diamond', '60').milliseconds)),
    }),
  },
];
