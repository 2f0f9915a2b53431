import type { LabelSelector } from '../../kubernetes/api';
import { itemsOf, textOf, valueAt } from '../../manifests/untyped';

/** Which objects a policy or a binding is about; what is left out restricts nothing. */
export interface MatchResources {
  readonly rules: readonly ResourceRule[] | undefined;
  readonly excluded: readonly ResourceRule[];
  readonly namespaceSelector: LabelSelector | undefined;
  readonly objectSelector: LabelSelector | undefined;
}

/** Kinds by group, version and plural name; `*` stands for all. */
export interface ResourceRule {
  readonly groups: readonly string[];
  readonly versions: readonly string[];
  readonly resources: readonly string[];
  readonly operations: readonly string[];
  readonly names: readonly string[];
}

export interface Validation {
  readonly expression: string;
  readonly message: string | undefined;
  readonly messageExpression: string | undefined;
}

export interface NamedExpression {
  readonly name: string;
  readonly expression: string;
}

/** A ValidatingAdmissionPolicy of the cluster. */
export interface AdmissionPolicy {
  readonly name: string;
  readonly match: MatchResources;
  readonly conditions: readonly NamedExpression[];
  readonly variables: readonly NamedExpression[];
  readonly validations: readonly Validation[];
  /** Whether what cannot be evaluated lets the object pass. */
  readonly ignoresFailures: boolean;
  readonly paramKind: { readonly apiVersion: string; readonly kind: string } | undefined;
  readonly bindings: readonly PolicyBinding[];
}

/** Where a policy holds, and what becomes of an object that breaks it. */
export interface PolicyBinding {
  readonly name: string;
  readonly match: MatchResources;
  readonly action: 'Deny' | 'Warn' | 'Audit';
  readonly param: ParamRef | undefined;
}

export interface ParamRef {
  readonly name: string;
  readonly namespace: string;
  readonly selector: LabelSelector | undefined;
  readonly deniesWithout: boolean;
}

const group = 'admissionregistration.k8s.io/';

/** The policies among manifests, each with its bindings. A policy without a binding holds nowhere. */
export function admissionPolicies(manifests: readonly unknown[]): AdmissionPolicy[] {
  const ours = manifests.filter((manifest) => textOf(valueAt(manifest, 'apiVersion')).startsWith(group));
  const ofKind = (kind: string): unknown[] => ours.filter((manifest) => valueAt(manifest, 'kind') === kind);
  const bindings = ofKind('ValidatingAdmissionPolicyBinding');
  return ofKind('ValidatingAdmissionPolicy').map((manifest) => policyOf(manifest, bindings));
}

function policyOf(manifest: unknown, bindings: readonly unknown[]): AdmissionPolicy {
  const name = textOf(valueAt(manifest, 'metadata', 'name'));
  const spec = valueAt(manifest, 'spec');
  const paramKind = valueAt(spec, 'paramKind');
  return {
    name,
    match: matchOf(valueAt(spec, 'matchConstraints')),
    conditions: expressionsOf(valueAt(spec, 'matchConditions')),
    variables: expressionsOf(valueAt(spec, 'variables')),
    validations: itemsOf(valueAt(spec, 'validations')).map(validationOf),
    ignoresFailures: valueAt(spec, 'failurePolicy') === 'Ignore',
    paramKind:
      paramKind === undefined
        ? undefined
        : { apiVersion: textOf(valueAt(paramKind, 'apiVersion')), kind: textOf(valueAt(paramKind, 'kind')) },
    bindings: bindings.filter((binding) => valueAt(binding, 'spec', 'policyName') === name).map(bindingOf),
  };
}

function bindingOf(manifest: unknown): PolicyBinding {
  const spec = valueAt(manifest, 'spec');
  const actions = itemsOf(valueAt(spec, 'validationActions'));
  const ref = valueAt(spec, 'paramRef');
  return {
    name: textOf(valueAt(manifest, 'metadata', 'name')),
    match: matchOf(valueAt(spec, 'matchResources')),
    action: actions.includes('Deny') ? 'Deny' : actions.includes('Warn') ? 'Warn' : 'Audit',
    param: ref === undefined ? undefined : paramRefOf(ref),
  };
}

function paramRefOf(ref: unknown): ParamRef {
  return {
    name: textOf(valueAt(ref, 'name')),
    namespace: textOf(valueAt(ref, 'namespace')),
    selector: valueAt(ref, 'selector') as LabelSelector | undefined,
    deniesWithout: valueAt(ref, 'parameterNotFoundAction') !== 'Allow',
  };
}

function matchOf(match: unknown): MatchResources {
  const rules = valueAt(match, 'resourceRules');
  return {
    rules: rules === undefined ? undefined : itemsOf(rules).map(ruleOf),
    excluded: itemsOf(valueAt(match, 'excludeResourceRules')).map(ruleOf),
    namespaceSelector: valueAt(match, 'namespaceSelector') as LabelSelector | undefined,
    objectSelector: valueAt(match, 'objectSelector') as LabelSelector | undefined,
  };
}

function ruleOf(rule: unknown): ResourceRule {
  const texts = (field: string): string[] => itemsOf(valueAt(rule, field)).map(textOf);
  return {
    groups: texts('apiGroups'),
    versions: texts('apiVersions'),
    resources: texts('resources'),
    operations: texts('operations'),
    names: texts('resourceNames'),
  };
}

function expressionsOf(list: unknown): NamedExpression[] {
  return itemsOf(list).map((item) => ({
    name: textOf(valueAt(item, 'name')),
    expression: textOf(valueAt(item, 'expression')),
  }));
}

function validationOf(item: unknown): Validation {
  const text = (field: string): string | undefined => textOf(valueAt(item, field)) || undefined;
  return {
    expression: text('expression') ?? '',
    message: text('message'),
    messageExpression: text('messageExpression'),
  };
}
