import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { check, parseManifests, type Finding } from '../../../lib';

function recorded(name: string): unknown {
  return JSON.parse(readFileSync(join(__dirname, name), 'utf8'));
}

interface Manifest {
  readonly metadata: { readonly name: string };
}

/** What an API server of Kubernetes 1.36 answered to creating each object, with all policies bound. */
const verdicts = recorded('verdicts.json') as Record<string, string[]>;
const objects = recorded('objects.json') as Manifest[];
const policies = recorded('policies.json') as unknown[];
const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'vaptest', labels: { vap: 'yes' } } };

function denied(manifests: readonly unknown[], admissionPolicies: readonly unknown[]): Finding[] {
  const documents = manifests.map((manifest) => ({ manifest }));
  const { findings } = check(documents, { kubernetes: '1.36', policy: { admissionPolicies } });
  return findings.filter(({ rule }) => rule === 'policy/admission');
}

test.each(objects.map((object) => [object.metadata.name, object] as const))(
  'policies say of %s what they say in a cluster',
  (name, object) => {
    const names = denied([namespace, object], policies).map(({ message }) => /^\w+ '([^']+)'/.exec(message)?.[1]);
    expect([...new Set(names)].sort()).toEqual(verdicts[name]);
  },
);

const policy = `
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicy
metadata: { name: few-replicas }
spec:
  paramKind: { apiVersion: v1, kind: ConfigMap }
  matchConstraints:
    resourceRules: [{ apiGroups: [apps], apiVersions: [v1], operations: [CREATE], resources: [deployments] }]
    objectSelector: { matchLabels: { limited: 'yes' } }
  matchConditions: [{ name: not-exempt, expression: "object.metadata.name != 'exempt'" }]
  validations:
    - expression: object.spec.replicas <= int(params.data.most)
      messageExpression: "'%d of at most %s'.format([object.spec.replicas, params.data.most])"
---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicyBinding
metadata: { name: few-replicas }
spec:
  policyName: few-replicas
  validationActions: [ACTION]
  paramRef: { name: limits, namespace: rules, parameterNotFoundAction: Deny }
`;
const limits =
  '---\napiVersion: v1\nkind: ConfigMap\nmetadata: { name: limits, namespace: rules }\ndata: { most: "3" }\n';

function deployment(name: string, replicas: number, labels = '{ limited: "yes" }'): string {
  return `---
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, labels: ${labels} }
spec:
  replicas: ${replicas}
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name} } }
    spec: { containers: [{ name: a, image: registry.example.com/a:1 }] }
`;
}

function ofSet(text: string): string[] {
  return denied(
    parseManifests(text).map(({ manifest }) => manifest),
    [],
  ).map(({ severity, object, message }) => `${severity} ${object.name}: ${message.replace(/^.*?': /, '')}`);
}

const deny = policy.replace('ACTION', 'Deny');

test('the policies of the set itself hold, with their parameters, conditions and selectors', () => {
  const others = deployment('exempt', 9) + deployment('other', 9, '{}') + deployment('small', 3);
  expect(ofSet(deny + limits + deployment('web', 4) + others)).toEqual(['error web: 4 of at most 3']);
});

test.each([
  ['Deny', 'error'],
  ['Warn', 'warning'],
  ['Audit', 'note'],
])('what a binding does decides the weight: %s', (action, severity) => {
  const found = ofSet(policy.replace('ACTION', action) + limits + deployment('web', 4));
  expect(found).toEqual([`${severity} web: 4 of at most 3`]);
});

test('parameters that are not there are told where the binding denies without', () => {
  expect(ofSet(deny + deployment('web', 1))).toEqual(['error web: its parameters are not there']);
  expect(
    ofSet(deny.replace('parameterNotFoundAction: Deny', 'parameterNotFoundAction: Allow') + deployment('web', 1)),
  ).toEqual([]);
});

test('a policy that is bound nowhere holds nowhere', () => {
  expect(ofSet((deny.split('---\n')[0] ?? '') + limits + deployment('web', 4))).toEqual([]);
});

test('an expression that cannot be read here is told and denies nothing', () => {
  const unreadable = deny.replace(
    'object.spec.replicas <= int(params.data.most)',
    'authorizer.group("x").unheardOf()[',
  );
  expect(ofSet(unreadable + limits + deployment('web', 4))).toEqual([
    expect.stringMatching(/^note web: not evaluated/),
  ]);
});
