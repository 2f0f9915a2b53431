import type { FieldPath } from '../../findings/field-path';
import type { IngressBackend, IngressServiceBackend, TypedLocalObjectReference } from '../../kubernetes/api';
import { dns1123SubdomainProblems, pathSegmentNameProblems } from '../../kubernetes/names';
import type { ValidationContext } from '../context';
import type { FieldErrors } from '../field-errors';
import { validatePortName, validatePortNumber } from '../ports';
import { serviceNameProblems } from '../service/service';

/** validateIngressBackend */
export function validateIngressBackend(
  { resource, service }: IngressBackend,
  path: FieldPath,
  context: ValidationContext,
  errors: FieldErrors,
): void {
  if (resource != null && service != null) {
    errors.invalid('ingress/backend', path, '', 'service and resource exclude each other');
  } else if (resource != null) {
    validateResource(resource, path.child('resource'), errors);
  } else if (service != null) {
    validateService(service, path, context, errors);
  } else {
    errors.invalid('ingress/backend', path, '', 'a service or a resource is needed');
  }
}

function validateService(
  { name, port }: IngressServiceBackend,
  path: FieldPath,
  context: ValidationContext,
  errors: FieldErrors,
): void {
  const servicePath = path.child('service');
  if (!name) errors.required('ingress/backend-service', servicePath.child('name'), 'the name of a Service');
  else {
    errors.invalidForEach(
      'ingress/backend-service',
      servicePath.child('name'),
      name,
      serviceNameProblems(name, context),
    );
  }
  if (port?.name && port.number) {
    errors.invalid('ingress/backend-port', path, '', 'the name and the number of a port exclude each other');
  } else if (port?.name) {
    validatePortName(port.name, servicePath.child('port').child('name'), errors);
  } else if (port?.number) {
    validatePortNumber(port.number, servicePath.child('port').child('number'), errors);
  } else {
    errors.required('ingress/backend-port', path, 'the name or the number of a port of the Service');
  }
}

/** validateIngressTypedLocalObjectReference */
function validateResource(
  { apiGroup, kind, name }: TypedLocalObjectReference,
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (apiGroup != null) {
    errors.invalidForEach(
      'ingress/backend-resource',
      path.child('apiGroup'),
      apiGroup,
      dns1123SubdomainProblems(apiGroup),
    );
  }
  validateReference(kind ?? '', path.child('kind'), errors);
  validateReference(name ?? '', path.child('name'), errors);
}

function validateReference(value: string, path: FieldPath, errors: FieldErrors): void {
  if (value === '') errors.required('ingress/backend-resource', path, 'a resource has a kind and a name');
  errors.invalidForEach('ingress/backend-resource', path, value, pathSegmentNameProblems(value));
}
