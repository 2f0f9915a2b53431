import type { Severity } from '../../findings/finding';
import type { Graph } from '../../graph/graph';
import type { SetObject } from '../../graph/set-object';
import { labelSelectorMatcher } from '../../kubernetes/label-selectors';
import { defineRule, type Problem, type Rule } from '../../rules/rule';
import { admissionPolicies, type AdmissionPolicy, type ParamRef, type PolicyBinding } from './admission-policy';
import { celNumbers } from './cel-numbers';
import { withServerDefaults } from './defaults';
import { evaluate, type Activation } from './evaluation';
import { AdmissionMatcher } from './matching';

const severities: Readonly<Record<PolicyBinding['action'], Severity>> = {
  Deny: 'error',
  Warn: 'warning',
  Audit: 'note',
};

const example = `
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicy
metadata: { name: no-node-ports }
spec:
  failurePolicy: Fail
  matchConstraints:
    resourceRules: [{ apiGroups: [''], apiVersions: [v1], operations: [CREATE, UPDATE], resources: [services] }]
  validations: [{ expression: "object.spec.type != 'NodePort'", message: node ports are not allowed here }]
---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicyBinding
metadata: { name: no-node-ports }
spec: { policyName: no-node-ports, validationActions: [Deny] }
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec:
  type: TYPE
  selector: { app: web }
  ports: [{ port: 80 }]
`;

/**
 * The rule that asks the ValidatingAdmissionPolicies of a cluster: those of the set itself, and those given.
 *
 * @param given manifests of policies, bindings and parameters that the cluster has
 */
export function admissionRule(given: readonly unknown[]): Rule {
  return defineRule({
    id: 'policy/admission',
    class: 'risky',
    rating: 'high',
    on: ['set'],
    summary: 'The ValidatingAdmissionPolicies of the cluster let the objects pass.',
    why: 'The API server asks them when an object is created: what they deny is refused there, when the delivery is under way.',
    fix: 'Change the object as the message says, or have the binding of the policy leave it out.',
    symptoms: ['denied request', 'ValidatingAdmissionPolicy denied'],
    references: ['https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/'],
    good: [{ manifests: example.replace('TYPE', 'ClusterIP') }],
    bad: [{ manifests: example.replace('TYPE', 'NodePort'), finds: ['metadata.name'] }],
    check: (graph) => new Admission(graph, given).problems(),
  });
}

class Admission {
  private readonly graph: Graph;
  private readonly given: readonly unknown[];
  private readonly matcher: AdmissionMatcher;

  constructor(graph: Graph, given: readonly unknown[]) {
    this.graph = graph;
    this.given = given;
    this.matcher = new AdmissionMatcher(graph);
  }

  *problems(): Generator<Problem & { readonly object: SetObject }> {
    const ofSet = this.graph.objects.filter(({ group }) => group === 'admissionregistration.k8s.io');
    const policies = admissionPolicies([...ofSet.map(({ body }) => body), ...this.given]);
    for (const policy of policies) {
      for (const object of this.graph.objects) {
        if (object.group === 'admissionregistration.k8s.io' || !this.matcher.matches(policy.match, object)) continue;
        for (const binding of policy.bindings) {
          if (this.matcher.matches(binding.match, object)) yield* this.judge(policy, binding, object);
        }
      }
    }
  }

  private *judge(
    policy: AdmissionPolicy,
    binding: PolicyBinding,
    object: SetObject,
  ): Generator<Problem & { readonly object: SetObject }> {
    const problem = (message: string, severity: Severity): Problem & { readonly object: SetObject } => ({
      ...{ object, field: 'metadata.name', severity },
      message: `ValidatingAdmissionPolicy '${policy.name}', bound by '${binding.name}': ${message}`,
    });
    const params = this.paramsOf(policy, binding, object);
    if (params.length === 0) {
      if (binding.param?.deniesWithout === true)
        yield problem('its parameters are not there', severities[binding.action]);
      return;
    }
    for (const param of params) {
      const verdict = evaluate(policy, this.activation(object, param));
      if (verdict.kind === 'breaks') {
        for (const message of verdict.messages) yield problem(message, severities[binding.action]);
      } else if (verdict.kind === 'unknown') yield problem(`not evaluated: ${verdict.why}`, 'note');
    }
  }

  private activation(object: SetObject, params: unknown): Activation {
    const { apiVersion, kind } = object.ref;
    const version = apiVersion.slice(apiVersion.indexOf('/') + 1);
    const resource = this.matcher.resourceOf(object);
    return {
      object: celNumbers(withServerDefaults(object.body)),
      oldObject: null,
      request: {
        ...{ operation: 'CREATE', name: object.name, namespace: object.namespace, dryRun: false, subResource: '' },
        ...{ kind: { group: object.group, version, kind }, resource: { group: object.group, version, resource } },
        ...{ userInfo: { username: '', groups: [] }, options: {} },
      },
      params: celNumbers(params),
      namespaceObject: this.namespaceOf(object),
    };
  }

  private namespaceOf({ namespace }: SetObject): unknown {
    if (namespace === '') return null;
    const body = this.graph.find('Namespace', '', namespace)?.body;
    return {
      ...body,
      metadata: { ...body?.metadata, name: namespace, labels: this.matcher.labelsOfNamespace(namespace) },
    };
  }

  /** The parameters that the policy is asked with, each once; one that is null where it takes none. */
  private paramsOf({ paramKind }: AdmissionPolicy, { param }: PolicyBinding, object: SetObject): readonly unknown[] {
    if (paramKind === undefined || param === undefined) return [null];
    const candidates = [...this.graph.objects.map(({ body }) => body), ...this.given];
    return candidates.filter((candidate) => isParam(candidate, paramKind, param, object.namespace));
  }
}

function isParam(
  manifest: unknown,
  { apiVersion, kind }: NonNullable<AdmissionPolicy['paramKind']>,
  ref: ParamRef,
  namespace: string,
): boolean {
  const candidate = manifest as {
    readonly apiVersion?: unknown;
    readonly kind?: unknown;
    readonly metadata?: {
      readonly name?: string;
      readonly namespace?: string;
      readonly labels?: Record<string, string>;
    };
  } | null;
  if (candidate?.apiVersion !== apiVersion || candidate.kind !== kind) return false;
  const { name, namespace: own = '', labels } = candidate.metadata ?? {};
  if (own !== '' && own !== (ref.namespace || namespace)) return false;
  return ref.name === '' ? (labelSelectorMatcher(ref.selector ?? {})?.matches(labels) ?? false) : name === ref.name;
}
