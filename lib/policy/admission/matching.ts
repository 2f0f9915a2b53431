import type { Graph } from '../../graph/graph';
import type { SetObject } from '../../graph/set-object';
import { labelSelectorMatcher, type Labels } from '../../kubernetes/label-selectors';
import { textOf, valueAt } from '../../manifests/untyped';
import type { MatchResources, ResourceRule } from './admission-policy';

/** Tells which objects of a set a policy is asked about when they are created. */
export class AdmissionMatcher {
  private readonly graph: Graph;
  private readonly plurals: ReadonlyMap<string, string>;

  constructor(graph: Graph) {
    this.graph = graph;
    this.plurals = new Map(graph.ofKind('apiextensions.k8s.io CustomResourceDefinition').map(pluralOfDefinition));
  }

  /** The plural name by which the API knows the kind. */
  resourceOf({ group, kind }: SetObject): string {
    return this.plurals.get(`${group} ${kind}`) ?? guessPlural(kind);
  }

  /** Whether the policy, or one of its bindings, is about the object. */
  matches(match: MatchResources, object: SetObject): boolean {
    const covers = (rule: ResourceRule): boolean => this.covers(rule, object);
    if (match.rules !== undefined && !match.rules.some(covers)) return false;
    if (match.excluded.some(covers)) return false;
    return selects(match.objectSelector, object.labels) && this.isInNamespace(match, object);
  }

  /** The labels of a namespace, those that the API server sets itself included. */
  labelsOfNamespace(name: string): Labels {
    return { ...this.graph.find('Namespace', '', name)?.labels, 'kubernetes.io/metadata.name': name };
  }

  private isInNamespace({ namespaceSelector }: MatchResources, object: SetObject): boolean {
    if (object.key === 'Namespace') return selects(namespaceSelector, this.labelsOfNamespace(object.name));
    return object.namespace === '' || selects(namespaceSelector, this.labelsOfNamespace(object.namespace));
  }

  private covers({ groups, versions, resources, operations, names }: ResourceRule, object: SetObject): boolean {
    const { apiVersion } = object.ref;
    return (
      hasOrAll(operations, 'CREATE') &&
      hasOrAll(groups, object.group) &&
      hasOrAll(versions, apiVersion.slice(apiVersion.indexOf('/') + 1)) &&
      (hasOrAll(resources, this.resourceOf(object)) || resources.includes('*/*')) &&
      (names.length === 0 || names.includes(object.name))
    );
  }
}

function hasOrAll(list: readonly string[], value: string): boolean {
  return list.includes('*') || list.includes(value);
}

/** An absent selector selects everything here. */
function selects(selector: MatchResources['objectSelector'], labels: Labels): boolean {
  return selector === undefined || (labelSelectorMatcher(selector)?.matches(labels) ?? false);
}

function pluralOfDefinition({ body }: SetObject): [string, string] {
  const kind = textOf(valueAt(body, 'spec', 'names', 'kind'));
  return [`${textOf(valueAt(body, 'spec', 'group'))} ${kind}`, textOf(valueAt(body, 'spec', 'names', 'plural'))];
}

/** As clients guess it that know the kind alone (meta.UnsafeGuessKindToResource). */
function guessPlural(kind: string): string {
  const singular = kind.toLowerCase();
  if (singular === 'endpoints') return singular;
  if (/(?:s|x|ch|sh)$/.test(singular)) return `${singular}es`;
  return singular.endsWith('y') ? `${singular.slice(0, -1)}ies` : `${singular}s`;
}
