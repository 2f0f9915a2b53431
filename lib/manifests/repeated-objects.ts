import { Target } from '../target/target';
import type { AppDocuments } from './documents-of';

/**
 * Refuses two constructs that make one object: in the cluster the second would overwrite the first. Charts aimed at different targets go to different
 * clusters.
 */
export function refuseRepeatedObjects({ charts }: AppDocuments): void {
  const seen = new Map<Target, Map<string, string>>();
  const problems: string[] = [];
  for (const { chart, documents } of charts) {
    const target = Target.of(chart);
    const constructs = seen.get(target) ?? new Map<string, string>();
    seen.set(target, constructs);
    for (const { manifest, construct = '' } of documents) {
      const object = nameObject(manifest);
      const other = object === undefined ? undefined : constructs.get(object);
      if (object === undefined) continue;
      if (other === undefined) constructs.set(object, construct);
      else problems.push(`${object}: '${other}' and '${construct}'`);
    }
  }
  if (problems.length > 0) {
    throw new Error(
      `Two constructs make the same object, and in the cluster the second would overwrite the first:\n  ${problems.join('\n  ')}\n` +
        'Give one of them another name or namespace; where they go to different clusters, give each chart its own Target.',
    );
  }
}

/** What tells an object from all others of a cluster, whichever version it is written in; undefined where the server is to make up the name. */
function nameObject(manifest: unknown): string | undefined {
  const { apiVersion, kind, metadata } = manifest as {
    readonly apiVersion?: unknown;
    readonly kind?: unknown;
    readonly metadata?: { readonly name?: unknown; readonly namespace?: unknown };
  };
  if (typeof metadata?.name !== 'string') return undefined;
  const group = String(apiVersion).includes('/') ? ` of ${String(apiVersion).replace(/\/.*/, '')}` : '';
  const namespace = typeof metadata.namespace === 'string' ? ` in namespace '${metadata.namespace}'` : '';
  return `${String(kind)}${group} '${metadata.name}'${namespace}`;
}
