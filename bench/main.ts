/**
 * Our work against the same work of others: `npm run bench -- [--check] [--runs N] [--write FILE] [--only WORDS]`.
 *
 * Prints the machine, the versions and a table; `--check` fails where a target is missed, `--write` puts the whole into a page.
 */
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { compare, row, summary } from './comparison';
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
if (!Number.isInteger(runs) || runs < 1) throw new Error(`--runs ${values.runs}: a whole number from 1`);
const comparisons = [...synthesis, startUp, ...checks, emitter].filter(({ work, against }) =>
  `${work} ${against}`.includes(values.only),
);
if (comparisons.length === 0) throw new Error(`--only ${values.only}: no comparison has these words`);
const outcomes = comparisons.map((comparison) => {
  const outcome = compare(comparison, runs);
  console.log(row(outcome));
  return outcome;
});
console.log(summary(outcomes));

if (values.write !== undefined) {
  const machine = `${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores, Node ${process.version}`;
  const growthRuns = Math.min(runs, 5);
  const page = `# Performance

Written by \`npm run bench -- --write docs/performance.md\`: times are medians of ${runs} runs, ours and theirs in turns on one machine, memory
is the most of them; what is reached is the median of the ratios of the turns. Times of other machines differ; the ratios are what is promised, and \`npm run bench -- --check\` fails where one
is missed. The library was built by the Node that runs it, so that [what V8 compiles of it is kept](decisions/0008-compiled-code-is-kept.md).

${machine}; ${versions()}.

| work | against | ours | theirs | reached | target |
| ---- | ------- | ---: | -----: | ------- | ------ |
${outcomes.map(row).join('\n')}

${summary(outcomes)}

Synthesis of raw objects is measured with documents that are ready: ours is \`CheckedApp\`, which makes an \`ApiObject\` of each, checks and writes them.
The constructs of cdk8s-plus-27 are built before the clock starts, those of \`ExposedApp\` after it.

## How cost grows

Applications of a Deployment, a Service and an Ingress: synthesized in a chart each, built, checked and written; and as one file of YAML checked on
the command line, the whole process. Medians of ${growthRuns} runs, at another time than those above.

${growthTable(growthRuns)}
`;
  writeFileSync(values.write, page);
}
if (values.check && outcomes.some(({ verdict }) => verdict === 'missed')) process.exitCode = 1;
