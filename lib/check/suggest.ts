import { manifestsOf } from '../graph/manifests-of';
import { editYaml, type FieldEdit } from '../manifests/edit-yaml';
import type { ManifestDocument } from '../manifests/manifest-document';
import { ObjectTexts, withParts, type ObjectText } from '../manifests/object-texts';
import { parseManifests } from '../manifests/parse-manifests';
import { sourceOf } from '../manifests/source-text';
import { valueAt } from '../manifests/untyped';
import type { JudgedFinding } from '../policy/judged-finding';
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
  const drafts = new Map<ManifestDocument, Draft>();
  for (const finding of findings) {
    const { document, prefix } = finding.object;
    const source = sourceOf(document);
    if (source === undefined || finding.waived !== undefined) continue;
    const draft = drafts.get(document) ?? new Draft(source.text);
    drafts.set(document, draft);
    const part = draft.part(prefix);
    if (part === undefined) continue;
    const next =
      finding.class === 'refused' ? mendRefused(finding, part, server(document)) : edited(part, finding.edits);
    if (next !== undefined) draft.parts.set(prefix, next);
  }
  const mended = new Map<ManifestDocument, ManifestDocument>();
  for (const [document, draft] of drafts) {
    const next = draft.parts.size === 0 ? undefined : only(parseManifests(draft.written(), document.file));
    if (next !== undefined) mended.set(document, next);
  }
  return mended;
}

/** The text of a document while its objects are changed. */
class Draft {
  /** The objects that are changed, by their place. */
  readonly parts = new Map<string, ObjectText>();
  private readonly text: string;
  private readonly objects: ObjectTexts;

  constructor(text: string) {
    this.text = text;
    this.objects = new ObjectTexts(text);
  }

  part(prefix: string): ObjectText | undefined {
    return this.parts.get(prefix) ?? this.objects.at(prefix);
  }

  written(): string {
    return withParts(this.text, [...this.parts.values()]);
  }
}

/** The first of the mends after which the server no longer says the same. */
function mendRefused(finding: JudgedFinding, part: ObjectText, server: ValidateOptions): ObjectText | undefined {
  const { object, rule, field, message } = finding;
  const manifest = manifestOf(part);
  for (const edits of mendsOf(rule, { object, manifest, field, message, server })) {
    const next = edited(part, edits);
    if (next === undefined) continue;
    const before = validateManifest(manifest, server);
    const after = validateManifest(manifestOf(next), server);
    const isGone = !after.some((error) => error.rule === rule && error.field === field);
    const isWorse = after.some((error) => error.type === 'Decode' && !before.some((old) => old.field === error.field));
    // the fields of an old version are seen only under the new one
    if (isGone && (!isWorse || rule === 'kind/known')) return next;
  }
  return undefined;
}

/** The object with all of the edits, or undefined where one of them cannot be made. */
function edited(part: ObjectText, edits: readonly FieldEdit[]): ObjectText | undefined {
  let text: string | undefined = part.text;
  for (const edit of edits) text = text === undefined ? undefined : editYaml(text, within(part.prefix, edit));
  if (text === undefined || text === part.text) return undefined;
  const next = { ...part, text };
  return manifestOf(next) === undefined ? undefined : next;
}

function within(prefix: string, edit: FieldEdit): FieldEdit {
  if ('set' in edit) return { ...edit, set: `${prefix}${edit.set}` };
  if ('quote' in edit) return { quote: `${prefix}${edit.quote}` };
  if ('remove' in edit) return { remove: `${prefix}${edit.remove}` };
  return { ...edit, rename: `${prefix}${edit.rename}` };
}

function manifestOf({ text, prefix }: ObjectText): unknown {
  const manifest = only(parseManifests(text))?.manifest;
  return prefix === '' ? manifest : valueAt(manifest, '0');
}

/** The document, where there is one and it can be read. */
function only([document, ...others]: readonly ManifestDocument[]): ManifestDocument | undefined {
  return others.length === 0 && document?.unreadable === undefined ? document : undefined;
}
