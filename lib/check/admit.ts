import type { UncheckedObject } from '../findings/finding';
import { manifestsOf, type ListedManifest } from '../graph/manifests-of';
import { setObject, type SetObject } from '../graph/set-object';
import type { ManifestDocument } from '../manifests/manifest-document';
import { mayBeUnsendable, unsendableValues } from '../manifests/unsendable';
import { isFields, valueAt } from '../manifests/untyped';
import { withoutFields } from '../manifests/without-fields';
import type { JudgedFinding } from '../policy/judged-finding';
import type { Target } from '../target/target';
import { validationRules } from '../validation/catalogue';
import type { FieldError } from '../validation/field-errors';
import { validateManifest, type ValidateOptions } from '../validation/validate-manifest';
import { fixes } from './fixes';
import { wrongTypes, wrongTypesOfPods } from './foreign-pods';
import { nameless } from './nameless';

/** A set as the API server of the target takes it. */
export interface AdmittedSet {
  /** What it refuses, and what cannot even be sent. */
  readonly findings: readonly JudgedFinding[];
  readonly unchecked: readonly (Omit<UncheckedObject, 'object'> & { readonly object: SetObject<object> })[];
  /** Every object that has a kind, refused or not: others may lead to it. Values of a wrong type are left out. */
  readonly objects: readonly SetObject[];
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] extends readonly (infer Item)[] ? Item[] : T[Key] };

/** Asks the validation for each object of the set; a document that hides itself never hides the others. */
export function admit(documents: readonly ManifestDocument[], target: Target): AdmittedSet {
  const listed = manifestsOf(documents);
  const server = serverOf(target, listed);
  const set: Writable<AdmittedSet> = { findings: documents.flatMap(unreadable), unchecked: [], objects: [] };
  const doubtful = new Set(documents.filter(mayBeUnsendable));
  for (const one of listed) {
    const found = set.findings.length;
    const about = admitOne(one, server, set);
    if (doubtful.has(one.document)) set.findings.push(...unsendable(one.manifest, about, set.findings.slice(found)));
  }
  return set;
}

function admitOne(
  { manifest, document, prefix }: ListedManifest,
  server: ValidateOptions,
  set: Writable<AdmittedSet>,
): SetObject<object> {
  const errors = validateManifest(manifest, server);
  const origin = { document, prefix };
  const object = isFields(manifest) ? setObject(withoutWrongTypes(manifest, errors), origin) : undefined;
  if (object !== undefined) set.objects.push(object);
  const about = object ?? nameless(origin, manifest);
  for (const error of errors) {
    if (error.type === 'Unchecked') set.unchecked.push({ object: about, reason: error.message });
    else set.findings.push(refused(about, error));
  }
  return about;
}

/** What cannot be sent at all, and is not refused already. */
function unsendable(manifest: unknown, object: SetObject<object>, refused: readonly JudgedFinding[]): JudgedFinding[] {
  const told = new Set(refused.map(({ field }) => field));
  return unsendableValues(manifest)
    .filter(({ field }) => !told.has(field))
    .map(({ field, message }) => ({
      ...{ rule: 'document/readable', class: 'refused', severity: 'error', message },
      ...{ fix: 'Write a value that JSON has.', object, field, related: [], edits: [] },
    }));
}

function refused(object: SetObject<object>, { rule, field, message }: FieldError): JudgedFinding {
  return {
    ...{ rule, class: 'refused', severity: 'error', message, fix: fixes[rule] ?? validationRules[rule] },
    ...{ object, field, related: [], edits: [] },
  };
}

function unreadable(document: ManifestDocument): JudgedFinding[] {
  return (document.unreadable ?? []).map(({ message, line, column }) => ({
    rule: 'document/readable',
    class: 'refused',
    severity: 'error',
    message,
    fix: 'Mend the text: nothing of this document was read.',
    object: nameless({ document, prefix: '' }, undefined),
    field: '',
    position: { line, column },
    related: [],
    edits: [],
  }));
}

/** Rules read values by their types; what has another one is refused already, or of a kind that nobody decodes. */
function withoutWrongTypes(manifest: object, errors: readonly FieldError[]): object {
  const wrong = wrongTypesOfPods(manifest, errors);
  if (errors.length === 0 && wrong.length === 0) return manifest;
  return withoutFields(manifest, [...wrongTypes(errors), ...wrong]);
}

/** The server that a target stands for, with the kinds that the set itself defines. */
export function serverOf(target: Target, listed: readonly ListedManifest[]): ValidateOptions {
  const {
    kubernetes,
    nodePortRange: [first, last],
    ipFamilies,
  } = target;
  const customResourceDefinitions = listed
    .filter(({ manifest }) => valueAt(manifest, 'kind') === 'CustomResourceDefinition')
    .map(({ manifest }) => manifest);
  const definitions = customResourceDefinitions.length === 0 ? {} : { customResourceDefinitions };
  return { kubernetes, nodePortRange: [first, last], ipFamilies: [...ipFamilies], ...definitions };
}
