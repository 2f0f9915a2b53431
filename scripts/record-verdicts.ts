// Records what a live API server says to manifests, one line of JSON each, as test/conformance/ holds them.
import { readOptions, usage } from './conformance/options';
import { Judge } from './conformance/verdict';

async function main(): Promise<number> {
  const options = await readOptions(process.argv.slice(2));
  if (options === undefined) {
    process.stderr.write(
      `usage: npm run --silent record-verdicts -- --kubeconfig FILE [...] > verdicts.jsonl\n${usage}\n`,
    );
    return 2;
  }
  const { server, namespace, corpus } = options;
  const judge = new Judge(server, namespace);
  const waiting: Promise<string>[] = [];
  const write = async () => process.stdout.write((await waiting.shift()) ?? '');
  for (const { id, mutations, manifest } of corpus) {
    waiting.push(
      judge.ask(manifest).then((answer) =>
        // What depends on the cluster's state is no truth about the version.
        answer.verdict === 'state' ? '' : `${JSON.stringify({ id, mutations, manifest, ...answer })}\n`,
      ),
    );
    if (waiting.length >= 32) await write();
  }
  while (waiting.length > 0) await write();
  server.close();
  return 0;
}

main().then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    process.stderr.write(`record-verdicts: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  },
);
