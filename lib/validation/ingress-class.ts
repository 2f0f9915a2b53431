import { FieldPath } from '../findings/field-path';
import type { IngressClass, IngressClassParametersReference } from '../kubernetes/api';
import {
  dns1123LabelProblems,
  dns1123SubdomainProblems,
  domainPrefixedPathProblems,
  isLongerThan,
  pathSegmentNameProblems,
} from '../kubernetes/names';
import type { ValidationContext } from './context';
import type { FieldErrors } from './field-errors';

export const ingressClassRules = {
  'ingress-class/controller':
    'The controller of an IngressClass is a path behind a domain, such as `example.com/controller`.',
  'ingress-class/parameters': 'Parameters have a kind and a name.',
  'ingress-class/scope': 'Parameters are of scope Cluster, or of scope Namespace with a namespace.',
} as const;

const longestController = 250;
const scopes: readonly string[] = ['Cluster', 'Namespace'];
const controllerPath = FieldPath.of('spec').child('controller');
const parametersPath = FieldPath.of('spec').child('parameters');

/** ValidateIngressClass */
export function validateIngressClass(object: IngressClass, _context: ValidationContext, errors: FieldErrors): void {
  validateController(object.spec?.controller ?? '', errors);
  if (object.spec?.parameters != null) validateParameters(object.spec.parameters, errors);
}

function validateController(controller: string, errors: FieldErrors): void {
  if (controller === '') {
    errors.required('ingress-class/controller', controllerPath, "a domain, '/' and a path");
    return;
  }
  if (isLongerThan(controller, longestController)) {
    errors.tooLong('ingress-class/controller', controllerPath, longestController);
  }
  errors.invalidForEach('ingress-class/controller', controllerPath, controller, domainPrefixedPathProblems(controller));
}

/** validateIngressClassParametersReference */
function validateParameters(parameters: IngressClassParametersReference, errors: FieldErrors): void {
  const { apiGroup, kind, name } = parameters;
  if (apiGroup != null) {
    errors.invalidForEach(
      'ingress-class/parameters',
      parametersPath.child('apiGroup'),
      apiGroup,
      dns1123SubdomainProblems(apiGroup),
    );
  }
  validateReference(kind ?? '', parametersPath.child('kind'), errors);
  validateReference(name ?? '', parametersPath.child('name'), errors);
  validateScope(parameters, errors);
}

function validateReference(value: string, path: FieldPath, errors: FieldErrors): void {
  if (value === '') errors.required('ingress-class/parameters', path, 'parameters have a kind and a name');
  errors.invalidForEach('ingress-class/parameters', path, value, pathSegmentNameProblems(value));
}

function validateScope({ namespace, scope }: IngressClassParametersReference, errors: FieldErrors): void {
  const path = parametersPath.child('namespace');
  // SetDefaults_IngressClass
  const effective = scope ?? 'Cluster';
  if (!scopes.includes(effective)) {
    errors.notSupported('ingress-class/scope', parametersPath.child('scope'), effective, scopes);
  } else if (effective === 'Cluster') {
    if (namespace != null) errors.forbidden('ingress-class/scope', path, "scope 'Cluster' has no namespace");
  } else if (namespace == null) {
    errors.required('ingress-class/scope', path, "scope 'Namespace' needs one");
  } else {
    errors.invalidForEach('ingress-class/scope', path, namespace, dns1123LabelProblems(namespace));
  }
}
