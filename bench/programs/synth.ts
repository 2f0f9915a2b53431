/**
 * Synthesizes applications of a Deployment, a Service and an Ingress in a process of its own, and prints how long it took.
 *
 *     synth.ts ours|cdk8s objects|exposed|plus CHARTS APPLICATIONS_OF_EACH
 *
 * Of cdk8s only `synth()` counts; of ours, which is the compiled library, the tree is built, checked and written. Libraries are loaded beforehand on
 * both sides: what that takes is a comparison of its own.
 */
import { join } from 'node:path';
import { ApiObject, App, Chart, Testing } from 'cdk8s';
import { Deployment, Ingress, IngressBackend, Secret } from 'cdk8s-plus-27';
import { newFolder } from '../folders';
import { library } from '../library';

type Maker = (chart: Chart, number: number) => void;

const makePlus: Maker = (chart, number) => {
  const deployment = new Deployment(chart, `web-${number}`, {
    metadata: { name: `web-${number}` },
    containers: [{ image: `registry.example.com/web:1.${number}`, portNumber: 8080 }],
  });
  const service = deployment.exposeViaService({ name: `web-${number}`, ports: [{ port: 80, targetPort: 8080 }] });
  const host = `web-${number}.example.org`;
  new Ingress(chart, `ingress-${number}`, {
    metadata: { name: `web-${number}`, annotations: { 'cert-manager.io/cluster-issuer': 'public' } },
    className: 'traefik',
    tls: [{ hosts: [host], secret: Secret.fromSecretName(chart, `tls-${number}`, `web-${number}-tls`) }],
    rules: [{ host, backend: IngressBackend.fromService(service) }],
  });
};

const makeExposed: Maker = (chart, number) => {
  new library.ExposedApp(chart, `web-${number}`, {
    image: `registry.example.com/web:1.${number}`,
    ports: [{ name: 'http', number: 8080 }],
    exposures: [
      library.Exposure.ingress({
        className: 'traefik',
        host: `web-${number}.example.org`,
        tls: { clusterIssuer: 'public' },
      }),
    ],
  });
};

interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: object;
}

/** The documents of the other maker, made beforehand: what is measured is a program that has them in its props. */
function objectMaker(count: number): Maker {
  const sample = Testing.chart();
  makePlus(sample, 0);
  const text = JSON.stringify(Testing.synth(sample));
  const prepared = Array.from({ length: count }, (_, number) => documentsOf(text, number));
  return (chart, number) => {
    for (const manifest of prepared[number] ?? []) new ApiObject(chart, `${manifest.kind}-${number}`, manifest);
  };
}

/** The documents of the sample under another number. cdk8s-plus tells pods apart by their place in the tree; so do these. */
function documentsOf(sample: string, number: number): Manifest[] {
  const numbered = sample
    .replaceAll('web-0', `web-${number}`)
    .replaceAll('web:1.0', `web:1.${number}`)
    .replaceAll(/(?<="cdk8s.io\/metadata.addr":")[^"]*/g, `web-${number}`);
  return (JSON.parse(numbered) as Manifest[]).map((manifest) => ({
    ...manifest,
    metadata: { ...manifest.metadata, name: `web-${number}` },
  }));
}

const [side = 'ours', kind = 'objects', charts = '1', applications = '1'] = process.argv.slice(2);
const makers: Readonly<Record<string, () => Maker>> = {
  objects: () => objectMaker(Number(charts) * Number(applications)),
  exposed: () => makeExposed,
  plus: () => makePlus,
};
const make = makers[kind]?.();
if (make === undefined) throw new Error(`nothing is made of '${kind}'`);
const outdir = join(newFolder(), 'dist');
const SomeApp = side === 'ours' ? library.CheckedApp : App;
let start = performance.now();
const app = new SomeApp({ outdir });
for (let chart = 0; chart < Number(charts); chart++) {
  const scope = new Chart(app, `chart-${chart}`);
  for (let number = 0; number < Number(applications); number++) make(scope, chart * Number(applications) + number);
}
if (side !== 'ours') start = performance.now();
app.synth();
const milliseconds = performance.now() - start;
console.log(JSON.stringify({ milliseconds, megabytes: process.resourceUsage().maxRSS / 1024 }));
