import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Chart } from 'cdk8s';
import type * as Library from '../../lib';
import type { ExposedAppValidation } from '../../lib/plugin';

/** A use of an entry of the build that is like many. */
interface Use {
  /** What is done before it is loaded. */
  readonly before?: () => void;
  readonly after?: (exported: never) => void;
}

/** Examples as most sets are: code that few need is read by all. */
const files = ['shop', 'ingress-tls', 'node-port'].map((name) => join(__dirname, `../../dist/${name}.k8s.yaml`));

/** What the entries of the build are used for: the code of what is called then is kept beside them. */
export const uses: Readonly<Record<string, Use>> = {
  'lib/index': { after: synthesize },
  'lib/cli/main': {
    before() {
      process.argv.splice(2, Infinity, 'check', ...files);
    },
  },
  plugin: { after: validate },
};

/** Applications as most are: a web application behind an Ingress, and its like by other ways in. */
function synthesize({ CheckedApp, ExposedApp, Exposure }: typeof Library): void {
  const outdir = mkdtempSync(join(tmpdir(), 'exposed-app-build-'));
  const app = new CheckedApp({ outdir });
  const chart = new Chart(app, 'shop', { namespace: 'shop' });
  const web = { image: 'registry.example.com/shop/web:1.0', ports: [{ name: 'http', number: 8080 }] };
  new ExposedApp(chart, 'web', {
    ...web,
    replicas: 2,
    exposures: [Exposure.ingress({ className: 'traefik', host: 'shop.example.com', tls: { secretName: 'shop-tls' } })],
  });
  new ExposedApp(chart, 'api', {
    ...web,
    exposures: [Exposure.clusterIp(), Exposure.nodePort({ name: 'api-outside' })],
  });
  new ExposedApp(chart, 'mail', { ...web, exposures: [Exposure.loadBalancer({ sourceRanges: ['192.0.2.0/24'] })] });
  app.synth();
  rmSync(outdir, { recursive: true });
}

function validate(plugin: { readonly ExposedAppValidation: typeof ExposedAppValidation }): void {
  const validation = new plugin.ExposedAppValidation();
  void validation.validate({ manifests: files, report: { addViolation: () => undefined, submit: () => undefined } });
}
