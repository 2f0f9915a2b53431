import * as fs from 'node:fs';
import { selfSigned } from './certificate';
import { readFacts } from './cluster/facts';
import { Kubectl } from './cluster/kubectl';
import { runController } from './controllers/run';
import { echoProgram } from './echo-program';
import type { Options } from './options';
import { readOptions, usage, UsageError } from './options';
import type { EchoImage } from './rewrite/echo-image';
import { runSet } from './run-set';
import type { Run } from './run-set';
import type { ManifestSet } from './sets';
import { readSets } from './sets';
import type { Row } from './table';
import { isFailure, printTable } from './table';

/** 0: every way in answered; 1: some did not; 2: nothing was tried; 130: interrupted. */
async function main(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  if (options === 'help') {
    console.log(usage);
    return 0;
  }
  const { signal } = interruptible();
  const rows = await ask(options, signal);
  process.stdout.write(printTable(rows));
  if (signal.aborted) return 130;
  return rows.some(isFailure) ? 1 : 0;
}

async function ask(options: Options, signal: AbortSignal): Promise<readonly Row[]> {
  const kubectl = new Kubectl(options.context, options.kubeconfig);
  const { controller } = options;
  if (controller !== undefined) return runController({ ...options, controller, kubectl, signal });
  const sets = chosenSets(options);
  const facts = await readFacts(kubectl, options);
  const echo = await echoImage(options);
  const proxy = await kubectl.background(['proxy', '--port=0', '--address=127.0.0.1']);
  return runSets(sets, { kubectl, proxy, options, facts, echo, signal }).finally(proxy.end);
}

async function runSets(sets: readonly ManifestSet[], run: Run): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const set of sets) {
    if (run.signal.aborted) break;
    const before = rows.length;
    process.stderr.write(`${set.name} ... `);
    await runSet(set, run, (row) => rows.push(row));
    const own = rows.slice(before);
    process.stderr.write(`${own.length - own.filter(isFailure).length} of ${own.length}\n`);
  }
  return rows;
}

function chosenSets({ dist, sets: chosen }: Options): readonly ManifestSet[] {
  if (!fs.existsSync(dist))
    throw new UsageError(`There is no folder ${dist}. Write the manifests first: npx cdk8s synth`);
  const all = readSets(dist);
  const unknown = chosen.find((name) => !all.some((set) => set.name === name));
  if (unknown !== undefined) {
    throw new UsageError(`No set is called '${unknown}'. There are: ${all.map(({ name }) => name).join(', ')}.`);
  }
  const sets = chosen.length === 0 ? withoutControllers(all) : all.filter(({ name }) => chosen.includes(name));
  if (sets.length === 0) throw new UsageError(`${dist} holds no manifests. Write them first: npx cdk8s synth`);
  return sets;
}

/** An echo server in place of a controller serves no Ingress: a controller is asked for by `--controller`, and runs as it is. */
function withoutControllers(sets: readonly ManifestSet[]): readonly ManifestSet[] {
  return sets.filter(({ name, documents }) => {
    const installs = documents.some(({ kind }) => kind === 'IngressClass');
    if (installs) process.stderr.write(`${name} ... left out: it installs an ingress controller, see --controller\n`);
    return !installs;
  });
}

async function echoImage({ image, imageIsEcho }: Options): Promise<EchoImage> {
  if (imageIsEcho) return { image };
  return { image, program: { source: echoProgram(), ...(await selfSigned(['echo.e2e.example'])) } };
}

/** The first signal ends the asking, so that what was applied is taken away; no later one ends that. */
function interruptible(): AbortController {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (!controller.signal.aborted) process.stderr.write('interrupted: cleaning up ... ');
      controller.abort();
    });
  }
  return controller;
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 2;
  },
);
