/** Checks a file by the compiled command line, in a process of its own: `check.ts FILE`. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newFolder } from '../folders';

const [file = ''] = process.argv.slice(2);
const program = join(__dirname, '../../build/lib/cli/main.js');
const preload = join(newFolder(), 'memory.js');
writeFileSync(
  preload,
  "process.on('exit', () => process.stderr.write(String(process.resourceUsage().maxRSS / 1024)));",
);
const args = ['--require', preload, program, 'check', file, '--format', 'json'];
const start = performance.now();
const { status, stderr } = spawnSync(process.execPath, args, { maxBuffer: 1e9, encoding: 'utf8' });
const milliseconds = performance.now() - start;
if (status !== 0) throw new Error(`${file}: ${stderr}`);
console.log(JSON.stringify({ milliseconds, megabytes: Number(stderr) }));
