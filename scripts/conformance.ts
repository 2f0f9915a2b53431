// Asks a live API server about a random corpus and prints where our validation says otherwise.
import { validateManifest } from '../lib/validation/validate-manifest';
import { Disagreements } from './conformance/disagreements';
import { readOptions, usage } from './conformance/options';
import { printAgreement, printDisagreements } from './conformance/report';
import { Judge } from './conformance/verdict';

async function main(): Promise<number> {
  const options = await readOptions(process.argv.slice(2));
  if (options === undefined) {
    process.stderr.write(`usage: npm run conformance -- --kubeconfig FILE [...]\n${usage}\n`);
    return 2;
  }
  const { server, namespace, kubernetes, version, corpus } = options;
  const disagreements = new Disagreements(new Judge(server, namespace), (manifest) =>
    validateManifest(manifest, { kubernetes }),
  );
  await disagreements.ask(corpus);
  server.close();
  const { found, agreement } = disagreements;
  process.stdout.write(`${printDisagreements(found.values(), version)}\n${printAgreement(agreement)}\n`);
  return found.size === 0 ? 0 : 1;
}

main().then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    process.stderr.write(`conformance: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  },
);
