import { FieldPath } from '../../findings/field-path';
import { parseIp } from '../../kubernetes/addresses';
import type { Ingress, IngressRule, IngressSpec, IngressTLS } from '../../kubernetes/api';
import { dns1123SubdomainProblems, wildcardDns1123SubdomainProblems } from '../../kubernetes/names';
import type { ValidationContext } from '../context';
import type { FieldErrors } from '../field-errors';
import { validateIngressBackend } from './ingress-backend';
import { validateIngressPath } from './ingress-path';

export const ingressRules = {
  'ingress/rules': 'An Ingress has rules or a default backend.',
  'ingress/class': 'The class of an Ingress is a DNS subdomain, and the annotation for it says the same.',
  'ingress/host': 'A host is a DNS name, with at most one wildcard, as its first part: `*.example.com`.',
  'ingress/paths': 'A rule for HTTP lists at least one path.',
  'ingress/path':
    'A path is absolute; of the types Exact and Prefix it holds no `//`, `/./`, `/../` nor an encoded slash.',
  'ingress/path-type': 'A path says of which type it is: Exact, Prefix or ImplementationSpecific.',
  'ingress/backend': 'A backend is either a Service or another resource.',
  'ingress/backend-service': 'The Service of a backend has the form of a Service name.',
  'ingress/backend-port': 'The port of a backend is either a number or a name.',
  'ingress/backend-resource': 'The resource of a backend has a kind and a name.',
  'ingress/tls-secret': 'The Secret of a certificate has the form of a Secret name.',
} as const;

const classAnnotation = 'kubernetes.io/ingress.class';
const specPath = FieldPath.of('spec');
const rulesPath = specPath.child('rules');
const tlsPath = specPath.child('tls');

/** ValidateIngressCreate */
export function validateIngress(object: Ingress, context: ValidationContext, errors: FieldErrors): void {
  const spec: IngressSpec = object.spec ?? {};
  const rules = spec.rules ?? [];
  if (spec.defaultBackend != null) {
    validateIngressBackend(spec.defaultBackend, specPath.child('defaultBackend'), context, errors);
  } else if (rules.length === 0) {
    errors.invalid('ingress/rules', specPath, rules, 'rules or a defaultBackend are needed');
  }
  for (const [position, rule] of rules.entries()) {
    validateRule(rule ?? {}, rulesPath.index(position), context, errors);
  }
  for (const [position, tls] of (spec.tls ?? []).entries()) validateTls(tls ?? {}, tlsPath.index(position), errors);
  validateClass(object, spec.ingressClassName, errors);
}

function validateClass(object: Ingress, name: string | null | undefined, errors: FieldErrors): void {
  if (name == null) return;
  errors.invalidForEach('ingress/class', specPath.child('ingressClassName'), name, dns1123SubdomainProblems(name));
  const annotation = object.metadata?.annotations?.[classAnnotation];
  if (annotation === undefined || (annotation ?? '') === name) return;
  // The server leaves `metadata` out of the path.
  const path = FieldPath.of('annotations').child(classAnnotation);
  errors.invalid('ingress/class', path, annotation, `must be that of spec.ingressClassName, '${name}'`);
}

/** validateIngressRules */
function validateRule(rule: IngressRule, path: FieldPath, context: ValidationContext, errors: FieldErrors): void {
  if (rule.host) {
    if (parseIp(rule.host) !== undefined) {
      errors.invalid('ingress/host', path.child('host'), rule.host, 'must be a DNS name, not an IP address');
    }
    validateHost(rule.host, path.child('host'), errors);
  }
  if (rule.http == null) return;
  const paths = rule.http.paths ?? [];
  const pathsPath = path.child('http').child('paths');
  if (paths.length === 0) errors.required('ingress/paths', pathsPath, 'at least one path is needed');
  for (const [position, item] of paths.entries()) {
    validateIngressPath(item ?? {}, pathsPath.index(position), context, errors);
  }
}

/** validateIngressTLS */
function validateTls({ hosts, secretName }: IngressTLS, path: FieldPath, errors: FieldErrors): void {
  for (const [position, host] of (hosts ?? []).entries()) {
    validateHost(host ?? '', path.child('hosts').index(position), errors);
  }
  if (!secretName) return;
  errors.invalidForEach(
    'ingress/tls-secret',
    path.child('secretName'),
    secretName,
    dns1123SubdomainProblems(secretName),
  );
}

function validateHost(host: string, path: FieldPath, errors: FieldErrors): void {
  const problems = host.includes('*') ? wildcardDns1123SubdomainProblems(host) : dns1123SubdomainProblems(host);
  errors.invalidForEach('ingress/host', path, host, problems);
}
