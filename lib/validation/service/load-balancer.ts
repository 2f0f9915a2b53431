import type { FieldPath } from '../../findings/field-path';
import { cidrProblems, parseCidr } from '../../kubernetes/addresses';
import { qualifiedNameProblems } from '../../kubernetes/names';
import { trimSpace } from '../../kubernetes/space';
import type { ValidationContext } from '../context';
import type { FieldErrors } from '../field-errors';
import type { DefaultedService } from './defaulted-service';
import { annotationsPath, specPath } from './paths';

const rangesAnnotation = 'service.beta.kubernetes.io/load-balancer-source-ranges';
const loadBalancersOnly = "may be set for type 'LoadBalancer' alone";
/** The server spells the field like this. */
const rangesPath = specPath.child('LoadBalancerSourceRanges');
const rangesAnnotationPath = annotationsPath.key(rangesAnnotation);

/** What is for a Service of type LoadBalancer. */
export function validateLoadBalancer(service: DefaultedService, context: ValidationContext, errors: FieldErrors): void {
  validateSourceRanges(service, context, errors);
  validateClass(service, errors);
  if (service.spec.allocateLoadBalancerNodePorts != null && service.type !== 'LoadBalancer') {
    const path = specPath.child('allocateLoadBalancerNodePorts');
    errors.forbidden('service/allocate-node-ports', path, loadBalancersOnly);
  }
}

/** Source ranges of the field, or else of the annotation that came before it. Space around a range is part of the API. */
function validateSourceRanges(service: DefaultedService, context: ValidationContext, errors: FieldErrors): void {
  const given = service.spec.loadBalancerSourceRanges ?? [];
  const annotation = service.annotations[rangesAnnotation];
  if (given.length === 0 && annotation === undefined) return;
  const path = given.length > 0 ? rangesPath : rangesAnnotationPath;
  if (service.type !== 'LoadBalancer') errors.forbidden('service/load-balancer-source-ranges', path, loadBalancersOnly);
  const ranges = given.length > 0 ? given.map((range) => trimSpace(range ?? '')) : splitRanges(annotation ?? '');
  // Before Kubernetes 1.30 one error stood for the whole list (GetLoadBalancerSourceRanges).
  if (context.minor < 30) {
    validateRangesAsOne(ranges, path, errors);
    return;
  }
  for (const [position, range] of ranges.entries()) {
    const at = given.length > 0 ? path.index(position) : path;
    errors.invalidForEach('service/load-balancer-source-ranges', at, range, cidrProblems(range, context));
  }
}

function splitRanges(annotation: string): readonly string[] {
  const list = trimSpace(annotation);
  return list === '' ? [] : list.split(',').map(trimSpace);
}

function validateRangesAsOne(ranges: readonly string[], path: FieldPath, errors: FieldErrors): void {
  if (ranges.every((range) => parseCidr(range) !== undefined)) return;
  const detail = 'must be a list of address ranges, such as 10.240.0.0/24';
  errors.invalid('service/load-balancer-source-ranges', path, ranges, detail);
}

/** validateLoadBalancerClassField */
function validateClass({ spec, type }: DefaultedService, errors: FieldErrors): void {
  if (spec.loadBalancerClass == null) return;
  const path = specPath.child('loadBalancerClass');
  if (type !== 'LoadBalancer') {
    errors.forbidden('service/load-balancer-class', path, loadBalancersOnly);
    return;
  }
  errors.invalidForEach(
    'service/load-balancer-class',
    path,
    spec.loadBalancerClass,
    qualifiedNameProblems(spec.loadBalancerClass),
  );
}
