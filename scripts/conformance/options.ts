import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { ApiServer } from './api-server';
import { type CorpusEntry, groupVersions, randomCorpus } from './corpus';
import { readKubeconfig } from './kubeconfig';
import { Schemas } from './schemas';

/** What both scripts take. */
export interface Options {
  readonly server: ApiServer;
  readonly namespace: string;
  /** The release to validate for; the server's own unless another is named. */
  readonly kubernetes: string;
  readonly version: string;
  readonly corpus: Iterable<CorpusEntry>;
}

const optionNames = {
  kubeconfig: { type: 'string' },
  namespace: { type: 'string', default: 'default' },
  kubernetes: { type: 'string' },
  seed: { type: 'string', default: '1' },
  count: { type: 'string', default: '1000' },
  kinds: { type: 'string', default: '' },
  corpus: { type: 'string' },
} as const;

export const usage = `  --kubeconfig FILE   the cluster to ask; required: Services are created there and deleted again, all else is a dry run
  --namespace NAME    where to ask (default: default)
  --kubernetes 1.NN   the release that we answer for (default: the server's)
  --seed N --count N  which random corpus, and how many manifests (default: 1 and 1000)
  --kinds A,B         only these kinds
  --corpus FILE       not a random corpus but these lines of JSON, {"id", "manifest"} each; may be gzipped`;

/** Reads the command line; undefined where it is not a right one. */
export async function readOptions(args: readonly string[]): Promise<Options | undefined> {
  const values = parse(args);
  if (values?.kubeconfig === undefined) return undefined;
  const seed = Number(values.seed);
  const count = Number(values.count);
  if (!Number.isSafeInteger(seed) || !Number.isSafeInteger(count)) return undefined;
  const server = new ApiServer(readKubeconfig(values.kubeconfig));
  const version = await server.version();
  const kinds = values.kinds === '' ? [] : values.kinds.split(',');
  const corpus =
    values.corpus === undefined
      ? randomCorpus(await Schemas.ofServer(server, groupVersions), { seed, count, kinds })
      : readCorpus(values.corpus);
  return { server, namespace: values.namespace, version, kubernetes: values.kubernetes ?? version, corpus };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: optionNames }).values;
  } catch {
    return undefined;
  }
}

function readCorpus(file: string): readonly CorpusEntry[] {
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString();
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => ({ mutations: [], ...(JSON.parse(line) as Omit<CorpusEntry, 'mutations'>) }));
}
