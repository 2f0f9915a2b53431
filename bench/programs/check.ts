/** Checks a file as the command line does, in a process of its own that has loaded the compiled library: `check.ts FILE`. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const [file = ''] = process.argv.slice(2);
const program = join(__dirname, '../../build/lib/cli/main.js');
const memory = 'process.on("exit", () => process.stderr.write(String(process.resourceUsage().maxRSS / 1024)))';
const start = performance.now();
const { stderr } = spawnSync(
  process.execPath,
  ['-r', `data:text/javascript,${memory}`, program, 'check', file, '--format', 'json'],
  { maxBuffer: 1e9 },
);
console.log(JSON.stringify({ milliseconds: performance.now() - start, megabytes: Number(stderr.toString()) }));
