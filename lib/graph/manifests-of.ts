import type { ManifestDocument } from '../manifests/manifest-document';
import { valueAt } from '../manifests/untyped';

/** A manifest of a document, or of a List in it. */
export interface ListedManifest {
  readonly document: ManifestDocument;
  /** `items[2].` within a List. */
  readonly prefix: string;
  readonly manifest: unknown;
}

/** Nobody writes that many Lists within Lists, but a text of aliases may. */
const mostListed = 1_000_000;

/** The manifests of documents, each item of a List for itself, as clients send them. Unreadable documents hold none. */
export function manifestsOf(documents: readonly ManifestDocument[]): ListedManifest[] {
  const listed: ListedManifest[] = [];
  for (const document of documents) {
    if (document.unreadable === undefined) list(document, document.manifest, '', new Set(), listed);
  }
  return listed;
}

function list(
  document: ManifestDocument,
  manifest: unknown,
  prefix: string,
  above: ReadonlySet<unknown>,
  listed: ListedManifest[],
): void {
  const items = itemsOfList(manifest);
  // A List within itself stays as it is, and is refused.
  if (items === undefined || above.has(manifest) || listed.length >= mostListed) {
    listed.push({ document, prefix, manifest });
    return;
  }
  const holders = new Set(above).add(manifest);
  for (const [position, item] of items.entries()) list(document, item, `${prefix}items[${position}].`, holders, listed);
}

/** The items, where the manifest is a List of any kind: `List`, `ServiceList`. */
function itemsOfList(manifest: unknown): readonly unknown[] | undefined {
  const kind = valueAt(manifest, 'kind');
  const items = valueAt(manifest, 'items');
  if (typeof kind !== 'string' || !kind.endsWith('List') || !Array.isArray(items)) return undefined;
  return items as readonly unknown[];
}
