/**
 * Our work against the same work of others: `npm run bench -- [--check] [--runs N] [--write FILE] [--only WORDS]`.
 *
 * Prints the machine, the versions and a table; `--check` fails where a target is missed, `--write` puts the whole into a page.
 */
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { compare, row } from './comparison';
import { checks } from './comparisons/check';
import { emitter } from './comparisons/emitter';
import { startUp } from './comparisons/start-up';
import { synthesis } from './comparisons/synthesis';
import { growthTable } from './growth';
import { versions } from './versions';

const { values } = parseArgs({
  options: {
    check: { type: 'boolean', default: false },
    runs: { type: 'string', default: '7' },
    write: { type: 'string' },
    only: { type: 'string', default: '' },
  },
});
const runs = Number(values.runs);
const comparisons = [...synthesis, startUp, ...checks, emitter].filter(({ work, against }) =>
  `${work} ${against}`.includes(values.only),
);
const outcomes = comparisons.map((comparison) => {
  const outcome = compare(comparison, runs);
  console.log(row(outcome));
  return outcome;
});
const missed = outcomes.filter(({ met }) => !met).length;
const verdict = missed === 0 ? 'All targets are met.' : `${missed} of ${outcomes.length} targets are missed.`;
console.log(verdict);

if (values.write !== undefined) {
  const machine = `${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores, Node ${process.version}`;
  const page = `# Performance

Written by \`npm run bench -- --write docs/performance.md\`: every figure is the median of ${runs} runs, ours and theirs in turns on one machine; what
is reached is the median of the ratios of the turns. Times of other machines differ; the ratios are what is promised, and \`npm run bench -- --check\` fails where one
is missed. The library was built by the Node that runs it, so that [what V8 compiles of it is kept](decisions/0008-compiled-code-is-kept.md).

${machine}; ${versions()}.

| work | against | ours | theirs | reached | target |
| ---- | ------- | ---: | -----: | ------- | ------ |
${outcomes.map(row).join('\n')}

${verdict}

## How cost grows

Applications of a Deployment, a Service and an Ingress: synthesized in a chart each, built, checked and written; and as one file of YAML checked on
the command line, the whole process.

${growthTable(Math.min(runs, 3))}
`;
  writeFileSync(values.write, page);
}
if (values.check && missed > 0) process.exitCode = 1;
