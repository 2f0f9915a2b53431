import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Comparison } from '../comparison';
import { newFolder } from '../folders';
import { inTurns } from '../measure';
import { processTime } from '../processes';

const ours = `
const { Chart } = require('cdk8s');
const { CheckedApp, ExposedApp, Exposure } = require('cdk8s-exposed-app');
const app = new CheckedApp({ outdir: process.argv[2] });
for (const name of ['shop', 'blog']) {
  new ExposedApp(new Chart(app, name), name, {
    image: 'registry.example.com/' + name + ':1.0',
    ports: [{ name: 'http', number: 8080 }],
    exposures: [Exposure.ingress({ className: 'traefik', host: name + '.example.com', tls: { secretName: name + '-tls' } })],
  });
}
app.synth();
`;

const theirs = `
const { App, Chart } = require('cdk8s');
const { Deployment } = require('cdk8s-plus-27');
const app = new App({ outdir: process.argv[2] });
for (const name of ['shop', 'blog']) {
  new Deployment(new Chart(app, name), name, {
    containers: [{ image: 'registry.example.com/' + name + ':1.0', portNumber: 8080 }],
  }).exposeViaIngress('/');
}
app.synth();
`;

/** Whole processes, from compiled JavaScript. `npm run build` comes first. */
export const startUp: Comparison = {
  work: 'a program of two charts from compiled JavaScript, the whole process',
  against: 'the same with cdk8s-plus-27',
  limit: 1,
  measure(runs) {
    const folder = newFolder();
    const root = join(__dirname, '../..');
    // As if it were installed: the package by its name, beside its peers.
    writeFileSync(join(folder, 'ours.js'), ours.replace("'cdk8s-exposed-app'", JSON.stringify(root)));
    writeFileSync(join(folder, 'theirs.js'), theirs);
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    const run = (program: string): number =>
      processTime(process.execPath, [join(folder, `${program}.js`), join(folder, `dist-${program}`)]);
    return inTurns(
      runs,
      () => run('ours'),
      () => run('theirs'),
    );
  },
};
