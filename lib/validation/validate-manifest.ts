import { FieldPath } from '../findings/field-path';
import type { ObjectMeta } from '../kubernetes/api';
import { kubernetesMinors, newestMinor, parseKubernetesVersion, type KubernetesMinor } from '../kubernetes/versions';
import { explainMissingKind, isBuiltInGroup, isCustomApiVersion } from './api-group';
import type { IpFamily, ValidationContext } from './context';
import { validateCustomResource } from './custom-resource';
import { FieldErrors, type FieldError } from './field-errors';
import { rulesOfKind, type KindRules } from './kinds';
import { validateObjectMeta, type MetadataForm } from './metadata';
import { decode } from './schema/decode';
import { describe, isPlainObject, type DecodedType } from './schema/type';
import { TypeTable } from './schema/type-table';

export const kindRules = {
  'kind/known': 'The kind is one that the Kubernetes version aimed at serves.',
  'kind/unchecked': 'A custom kind is checked against its CustomResourceDefinition, which must be known for that.',
} as const;

/** The API server that a manifest is held against. */
export interface ValidateOptions {
  /** @default the newest known release, see `newestMinor` */
  readonly kubernetes?: string;
  /** `--service-node-port-range`, both ends included. @default [30000, 32767] */
  readonly nodePortRange?: [number, number];
  /** The families of the cluster's Service addresses, the default one first. @default ['IPv4'] */
  readonly ipFamilies?: IpFamily[];
}

/**
 * What an API server would answer to creating the manifest with strict field validation.
 *
 * @returns nothing where it is accepted.
 * @throws RangeError where the options name a Kubernetes version that is not known. The manifest may be anything.
 */
export function validateManifest(manifest: unknown, options: ValidateOptions = {}): FieldError[] {
  const errors = new FieldErrors();
  validateAny(manifest, options, contextOf(options), errors, 0);
  return errors.found;
}

const defaultRange: readonly [number, number] = [30000, 32767];
const defaultFamilies: readonly IpFamily[] = ['IPv4'];

function contextOf(options: ValidateOptions): ValidationContext {
  return {
    minor: options.kubernetes === undefined ? newestMinor : minorOf(options.kubernetes),
    nodePortRange: options.nodePortRange ?? defaultRange,
    ipFamilies: options.ipFamilies ?? defaultFamilies,
  };
}

const minors = new Map<string, KubernetesMinor>();

function minorOf(version: string): KubernetesMinor {
  const known = minors.get(version) ?? parseKubernetesVersion(version);
  if (known === undefined) {
    const [oldest] = kubernetesMinors;
    throw new RangeError(`Kubernetes '${version}' is not known: 1.${oldest} to 1.${newestMinor} are`);
  }
  if (minors.size < kubernetesMinors.length) minors.set(version, known);
  return known;
}

function validateAny(
  manifest: unknown,
  options: ValidateOptions,
  context: ValidationContext,
  errors: FieldErrors,
  depth: number,
): void {
  if (typeof manifest !== 'object' || manifest === null || Array.isArray(manifest) || !isPlainObject(manifest)) {
    errors.decode('decode/object', undefined, `a manifest is an object, not ${describe(manifest)}`);
    return;
  }
  const { apiVersion, kind } = manifest as Readonly<Record<string, unknown>>;
  if (!isName(apiVersion, 'apiVersion', errors) || !isName(kind, 'kind', errors)) return;
  if (kind === 'List' && apiVersion === 'v1') {
    validateList(manifest, options, context, errors, depth);
    return;
  }
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

/** All that is known of a kind at a release, found once. */
interface KnownKind {
  readonly type: DecodedType;
  readonly rules: KindRules;
  readonly metadata: MetadataForm;
}

class Release {
  private readonly types: TypeTable;
  private readonly kinds = new Map<string, Map<string, KnownKind>>();

  constructor(minor: KubernetesMinor) {
    this.types = new TypeTable(minor);
  }

  kind(apiVersion: string, kind: string): KnownKind | undefined {
    return this.kinds.get(apiVersion)?.get(kind) ?? this.find(apiVersion, kind);
  }

  private find(apiVersion: string, kind: string): KnownKind | undefined {
    const served = this.types.kind(apiVersion, kind);
    if (served === undefined) return undefined;
    const rules = rulesOfKind(apiVersion, kind);
    const known = { type: served.type, rules, metadata: { ...rules, namespaced: served.namespaced } };
    const ofVersion = this.kinds.get(apiVersion) ?? new Map<string, KnownKind>();
    this.kinds.set(apiVersion, ofVersion.set(kind, known));
    return known;
  }
}

const releases = new Map<KubernetesMinor, Release>();

function releaseOf(minor: KubernetesMinor): Release {
  let release = releases.get(minor);
  if (release === undefined) {
    release = new Release(minor);
    releases.set(minor, release);
  }
  return release;
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

const deepestList = 20;

/** Clients send the items of a v1 List one by one, and so do we; lists may hold lists. */
function validateList(
  list: { readonly items?: unknown },
  options: ValidateOptions,
  context: ValidationContext,
  errors: FieldErrors,
  depth: number,
): void {
  const items = list.items ?? [];
  if (!Array.isArray(items)) {
    errors.decode('decode/type', FieldPath.of('items'), `must be a list, not ${describe(items)}`);
    return;
  }
  if (depth >= deepestList) {
    errors.decode('decode/size', FieldPath.of('items'), 'lists are nested without end');
    return;
  }
  for (const [position, item] of (items as readonly unknown[]).entries()) {
    const ofItem = new FieldErrors();
    validateAny(item, options, context, ofItem, depth + 1);
    const at = FieldPath.of('items').index(position).toString();
    for (const error of ofItem.found) {
      errors.found.push({ ...error, field: error.field === '' ? at : `${at}.${error.field}` });
    }
  }
}
