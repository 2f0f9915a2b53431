import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, App, Chart, Testing } from 'cdk8s';
import { Deployment, Ingress, IngressBackend } from 'cdk8s-plus-27';
import { CheckedApp } from '../lib/checked-app';
import { median, printPair } from './measure';

/**
 * Charts of a Deployment, a Service and an Ingress: built, checked and written by `CheckedApp`, against `App.synth()` alone of cdk8s for the same
 * documents. Every run is a process of its own. `tsx bench/synth.ts [CHARTS] [RUNS]`
 */
const programs = { objects: makeObjects, plus: makePlus } as const;
type Program = keyof typeof programs;
type Side = 'ours' | 'theirs';
/** Beyond, cdk8s takes minutes: its time grows with the square of the number of charts. */
const mostChartsOfTheirs = 1000;

function makePlus(app: App, charts: number): void {
  for (let number = 0; number < charts; number++) makePlusChart(new Chart(app, `chart-${number}`), number);
}

function makePlusChart(chart: Chart, number: number): void {
  const deployment = new Deployment(chart, 'web', {
    metadata: { name: `web-${number}` },
    containers: [{ image: `registry.example.com/web:1.${number}`, portNumber: 8080 }],
  });
  const service = deployment.exposeViaService({ name: `web-${number}`, ports: [{ port: 80, targetPort: 8080 }] });
  new Ingress(chart, 'ingress', {
    metadata: { name: `web-${number}` },
    rules: [{ host: `web-${number}.example.com`, backend: IngressBackend.fromService(service) }],
  });
}

/** The documents of the other program, as plain objects. */
function makeObjects(app: App, charts: number): void {
  const chart = Testing.chart();
  makePlusChart(chart, 0);
  const manifests = Testing.synth(chart) as { apiVersion: string; kind: string; metadata: object }[];
  for (let number = 0; number < charts; number++) {
    const numbered = new Chart(app, `chart-${number}`);
    for (const manifest of manifests) {
      new ApiObject(numbered, manifest.kind, {
        ...manifest,
        metadata: { ...manifest.metadata, name: `web-${number}` },
      });
    }
  }
}

interface Run {
  readonly milliseconds: number;
  readonly megabytes: number;
}

/** One run, in this process. Of cdk8s only `synth()` counts; of ours the tree is built as well. */
function run(side: Side, program: Program, charts: number): Run {
  const folder = mkdtempSync(join(tmpdir(), 'bench-synth-'));
  let start = performance.now();
  const app = new (side === 'ours' ? CheckedApp : App)({ outdir: join(folder, 'dist') });
  programs[program](app, charts);
  if (side === 'theirs') start = performance.now();
  app.synth();
  const milliseconds = performance.now() - start;
  rmSync(folder, { recursive: true });
  return { milliseconds, megabytes: process.resourceUsage().maxRSS / 1024 };
}

function inOwnProcess(side: Side, program: Program, charts: number): Run {
  const child = spawnSync(process.execPath, [...process.execArgv, __filename, side, program, String(charts)]);
  if (child.status !== 0) throw new Error(child.stderr.toString());
  return JSON.parse(child.stdout.toString()) as Run;
}

function compare(charts: number, runs: number): void {
  const withTheirs = charts <= mostChartsOfTheirs;
  const results = Array.from({ length: runs }, () => ({
    plus: inOwnProcess('ours', 'plus', charts),
    objects: inOwnProcess('ours', 'objects', charts),
    theirs: withTheirs ? inOwnProcess('theirs', 'plus', charts) : undefined,
  }));
  const theirs = median(results.map((result) => result.theirs?.milliseconds ?? 0));
  for (const program of ['plus', 'objects'] as const) {
    const ours = median(results.map((result) => result[program].milliseconds));
    const megabytes = median(results.map((result) => result[program].megabytes));
    const what = `CheckedApp, ${charts} charts of ${program}, ${megabytes.toFixed(0)} MB`;
    if (withTheirs) printPair(what, ours, 'App.synth() alone, of plus', theirs, 1 / 12);
    else console.log(`${what}: ${ours.toFixed(1)} ms`);
  }
}

const [first = '1000', second = '7', third = '0'] = process.argv.slice(2);
if (first === 'ours' || first === 'theirs') console.log(JSON.stringify(run(first, second as Program, Number(third))));
else compare(Number(first), Number(second));
