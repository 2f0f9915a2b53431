import { FieldPath } from '../findings/field-path';
import type { ObjectMeta } from '../kubernetes/api';
import { explainMissingKind, isBuiltInGroup, isCustomApiVersion } from './api-group';
import type { ValidationContext } from './context';
import { validateCustomResource } from './custom-resource';
import { FieldErrors, type FieldError } from './field-errors';
import { releaseOf, type KnownKind } from './known-kinds';
import { validateObjectMeta } from './metadata';
import { decode } from './schema/decode';
import { describe, isPlainObject } from './schema/type';
import { contextOf, type ValidateOptions } from './validate-options';

export type { ValidateOptions } from './validate-options';

/**
 * What an API server would answer to creating the manifest with strict field validation.
 *
 * @returns nothing where it is accepted.
 * @throws RangeError where the options name a Kubernetes version that is not known. The manifest may be anything.
 */
export function validateManifest(manifest: unknown, options: ValidateOptions = {}): FieldError[] {
  const errors = new FieldErrors();
  validateAny(manifest, { options, context: contextOf(options), lists: undefined }, errors);
  return errors.found;
}

interface Request {
  readonly options: ValidateOptions;
  readonly context: ValidationContext;
  /** The lists met so far. */
  lists: Set<object> | undefined;
}

function validateAny(manifest: unknown, request: Request, errors: FieldErrors): void {
  if (typeof manifest !== 'object' || manifest === null || Array.isArray(manifest) || !isPlainObject(manifest)) {
    errors.decode('decode/object', undefined, `a manifest is an object, not ${describe(manifest)}`);
    return;
  }
  const { apiVersion, kind } = manifest as Readonly<Record<string, unknown>>;
  if (!isName(apiVersion, 'apiVersion', errors) || !isName(kind, 'kind', errors)) return;
  if (kind === 'List' && apiVersion === 'v1') {
    validateList(manifest, request, errors);
    return;
  }
  const { context, options } = request;
  const known = releaseOf(context.minor).kind(apiVersion, kind);
  if (known !== undefined) validateBuiltIn(manifest, known, context, errors);
  else if (!isBuiltInGroup(apiVersion) && isCustomApiVersion(apiVersion)) {
    validateCustomResource(manifest, apiVersion, kind, options, context, errors);
  } else errors.noMatch('kind/known', FieldPath.of('apiVersion'), explainMissingKind(apiVersion, kind, context.minor));
}

function isName(value: unknown, field: string, errors: FieldErrors): value is string {
  if (typeof value === 'string' && value !== '') return true;
  const problem = value == null || value === '' ? 'is missing' : `must be a text, not ${describe(value)}`;
  errors.decode('decode/object', FieldPath.of(field), `${field} ${problem}`);
  return false;
}

const metadataPath = FieldPath.of('metadata');

function validateBuiltIn(manifest: object, known: KnownKind, context: ValidationContext, errors: FieldErrors): void {
  if (!decode(manifest, known.type, errors)) return;
  const { rules } = known;
  const before = errors.found.length;
  rules.admit?.(manifest, context, errors);
  if (errors.found.length > before) return;
  rules.validate?.(manifest, context, errors);
  if (rules.nameless === true || (rules.metadataLast === true && errors.found.length > before)) return;
  const { metadata } = manifest as { readonly metadata?: ObjectMeta | null };
  validateObjectMeta(metadata, metadataPath, known.metadata, context, errors);
  if (errors.found.length === before) rules.admitLast?.(manifest, context, errors);
}

const mostLists = 1000;
const itemsPath = FieldPath.of('items');

/** Clients send the items of a v1 List one by one, and so do we; lists may hold lists. */
function validateList(list: { readonly items?: unknown }, request: Request, errors: FieldErrors): void {
  const items = list.items ?? [];
  if (!Array.isArray(items)) {
    errors.decode('decode/type', itemsPath, `must be a list, not ${describe(items)}`);
    return;
  }
  const lists = (request.lists ??= new Set());
  if (lists.has(list) || lists.size === mostLists) {
    errors.decode('decode/size', itemsPath, `a List that is held by itself or twice, or more than ${mostLists} Lists`);
    return;
  }
  lists.add(list);
  for (const [position, item] of (items as readonly unknown[]).entries()) {
    const ofItem = new FieldErrors();
    validateAny(item, request, ofItem);
    if (ofItem.found.length === 0) continue;
    const at = itemsPath.index(position).toString();
    for (const error of ofItem.found) {
      errors.found.push({ ...error, field: error.field === '' ? at : `${at}.${error.field}` });
    }
  }
}
