import { manifestsOf } from '../graph/manifests-of';
import { editYaml, type FieldEdit } from '../manifests/edit-yaml';
import type { ManifestDocument } from '../manifests/manifest-document';
import { parseManifests } from '../manifests/parse-manifests';
import { sourceOf } from '../manifests/source-text';
import type { JudgedFinding } from '../policy/judged-finding';
import type { Edit } from '../rules/rule';
import type { Target } from '../target/target';
import { validateManifest, type ValidateOptions } from '../validation/validate-manifest';
import { serverOf } from './admit';
import { mendsOf } from './mends';
import type { CheckedSet } from './report';

/** One mend may show what is wrong behind it: an Ingress of an old version has old fields. */
const mostRounds = 8;

/** A document whose text is to change. */
export interface Suggestion {
  /** The document as it was read. */
  readonly document: ManifestDocument;
  readonly before: string;
  readonly after: string;
}

/** How the set is checked. */
export interface Checking {
  readonly check: (documents: readonly ManifestDocument[]) => CheckedSet;
  /** The cluster that receives a document. */
  readonly targetOf: (document: ManifestDocument) => Target;
}

/** The texts of the documents with everything mended that a plain change of a field mends. Documents without a text stay as they are. */
export function suggest(documents: readonly ManifestDocument[], { check, targetOf }: Checking): Suggestion[] {
  const listed = manifestsOf(documents);
  const servers = new Map<Target, ValidateOptions>();
  const server = (document: ManifestDocument): ValidateOptions => {
    const target = targetOf(document);
    const known = servers.get(target) ?? serverOf(target, listed);
    servers.set(target, known);
    return known;
  };
  let current = documents;
  for (let round = 0; round < mostRounds; round++) {
    const mended = mendedDocuments(check(current).findings, server);
    if (mended.size === 0) break;
    current = current.map((document) => mended.get(document) ?? document);
  }
  return documents.flatMap((document, position) => {
    const before = sourceOf(document)?.text;
    const after = sourceOf(current[position] ?? document)?.text;
    return before === undefined || after === undefined || before === after ? [] : [{ document, before, after }];
  });
}

/** The documents that change, each with what it becomes. */
function mendedDocuments(
  findings: readonly JudgedFinding[],
  server: (document: ManifestDocument) => ValidateOptions,
): Map<ManifestDocument, ManifestDocument> {
  const mended = new Map<ManifestDocument, ManifestDocument>();
  for (const finding of findings) {
    const { document } = finding.object;
    if (finding.waived !== undefined) continue;
    const now = mended.get(document) ?? document;
    const next =
      finding.class === 'refused'
        ? mendRefused(finding, now, server(document))
        : edited(now, finding.object.prefix, finding.edits);
    if (next !== undefined) mended.set(document, next);
  }
  return mended;
}

/** The first of the mends after which the server no longer says the same. */
function mendRefused(
  finding: JudgedFinding,
  document: ManifestDocument,
  server: ValidateOptions,
): ManifestDocument | undefined {
  const { object, rule, field, message } = finding;
  const manifest = manifestAt(document, object.prefix);
  for (const edits of mendsOf(rule, { object, manifest, field, message, server })) {
    const next = edited(document, object.prefix, edits);
    if (next === undefined) continue;
    const [before, after] = [manifest, manifestAt(next, object.prefix)].map((one) => validateManifest(one, server));
    const isGone = !after?.some((error) => error.rule === rule && error.field === field);
    const isNew = after?.some((error) => error.type === 'Decode' && !before?.some((old) => old.field === error.field));
    if (isGone && (isNew !== true || rule === 'kind/known')) return next;
  }
  return undefined;
}

/** The document with all of the edits, or undefined where one of them cannot be made. */
function edited(document: ManifestDocument, prefix: string, edits: readonly Edit[]): ManifestDocument | undefined {
  const source = sourceOf(document);
  if (source === undefined || edits.length === 0) return undefined;
  let text: string | undefined = source.text;
  for (const edit of edits) text = text === undefined ? undefined : editYaml(text, within(prefix, edit));
  if (text === undefined || text === source.text) return undefined;
  const [only, ...others] = parseManifests(text, document.file);
  return others.length === 0 && only?.unreadable === undefined ? only : undefined;
}

function within(prefix: string, edit: Edit): FieldEdit {
  if ('set' in edit) return { ...edit, set: `${prefix}${edit.set}` };
  if ('remove' in edit) return { remove: `${prefix}${edit.remove}` };
  return { ...edit, rename: `${prefix}${edit.rename}` };
}

function manifestAt(document: ManifestDocument, prefix: string): unknown {
  return manifestsOf([document]).find((one) => one.prefix === prefix)?.manifest;
}
