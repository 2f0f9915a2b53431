import type { Graph } from '../graph/graph';
import type { GroupKind, KnownKind } from '../graph/kinds';
import type { SetObject } from '../graph/set-object';
import { isMisspelling } from '../kubernetes/misspelling';
import { nearest } from '../kubernetes/wording';
import { namesOneNamespace } from './route/one-namespace';
import type { Problem } from './rule';

/** An object that a field names. */
export interface Reference {
  /** The kind, in every group that it may be of. */
  readonly kinds: readonly (KnownKind | GroupKind)[];
  /** Where it is looked for; empty for kinds without a namespace. */
  readonly namespace: string;
  readonly name: string;
  /** The field that names it. */
  readonly field: string;
}

/** The object that is meant, where the set has it. */
export function referred(graph: Graph, { kinds, namespace, name }: Reference): SetObject | undefined {
  for (const kind of kinds) {
    const found = graph.find(kind as GroupKind, namespace, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * What is wrong with a reference to an object that is not there: an error where the set shows what was meant, a warning where it has others of
 * the kind, and nothing where it has none: then they lie elsewhere.
 */
export function missingReference(graph: Graph, reference: Reference): Problem | undefined {
  const { kinds, namespace, name, field } = reference;
  if (name === '' || kinds.some((kind) => graph.has(kind, namespace, name))) return undefined;
  const [first = ''] = kinds;
  const kind = first.slice(first.indexOf(' ') + 1);
  const where = namespace === '' ? 'the set' : `namespace '${namespace}'`;
  const about = `${where} has no ${kind} '${name}'`;
  const [other] = kinds.flatMap((one) => graph.named(one, name));
  if (other !== undefined) {
    if (namesOneNamespace(graph)) return undefined;
    const message = `${about}; one of that name is in namespace '${other.namespace}'`;
    return { field, message, related: [{ object: other, field: 'metadata.name' }] };
  }
  const names = kinds.flatMap((one) => graph.names(one, namespace));
  const near = nearest(name, names);
  if (near !== undefined && isMisspelling(name, near)) {
    const found = referred(graph, { ...reference, name: near });
    const related = found === undefined ? [] : [{ object: found, field: 'metadata.name' }];
    return { field, message: `${about}; '${near}' comes near`, related, edits: [{ set: field, value: near }] };
  }
  if (names.length === 0) return undefined;
  const known = names.slice(0, 5).map((one) => `'${one}'`);
  return { field, message: `${about}; it has ${known.join(', ')}`, severity: 'warning' };
}
