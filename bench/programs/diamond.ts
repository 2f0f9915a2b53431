/** Synthesizes a diamond of so many layers, each object after both of the layer before: `diamond.ts LAYERS`. cdk8s itself walks every path. */
import { join } from 'node:path';
import { ApiObject, Chart } from 'cdk8s';
import { newFolder } from '../folders';
import { library } from '../library';

const layers = Number(process.argv[2]);
const app = new library.CheckedApp({ outdir: join(newFolder(), 'dist') });
const chart = new Chart(app, 'chart');
let above: readonly ApiObject[] = [];
for (let layer = 0; layer < layers; layer++) {
  above = ['left', 'right'].map((side) => {
    const metadata = { name: `${side}-${layer}` };
    const object = new ApiObject(chart, metadata.name, { apiVersion: 'v1', kind: 'ConfigMap', metadata });
    object.addDependency(...above);
    return object;
  });
}
// What is loaded when it is first used is no matter of layers.
new library.CheckedApp().check();
const start = performance.now();
app.synth();
const milliseconds = performance.now() - start;
console.log(JSON.stringify({ milliseconds, megabytes: process.resourceUsage().maxRSS / 1024 }));
