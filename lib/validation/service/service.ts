import type { Service } from '../../kubernetes/api';
import { endpointIpProblems, ipProblems } from '../../kubernetes/addresses';
import type { Problems } from '../../kubernetes/names';
import { dns1035LabelProblems, dns1123LabelProblems, dns1123SubdomainProblems } from '../../kubernetes/names';
import type { ValidationContext } from '../context';
import type { FieldErrors } from '../field-errors';
import { validateLabels } from '../labels';
import type { DefaultedService } from './defaulted-service';
import { withDefaults } from './defaulted-service';
import { validateLoadBalancer } from './load-balancer';
import { annotationsPath, clusterIpsPath, ipFamiliesPath, ipFamilyPolicyPath, specPath } from './paths';
import { validateServicePorts } from './service-ports';
import { validateSessionAffinity } from './session-affinity';
import { validateTraffic } from './traffic';

const types: readonly string[] = ['ClusterIP', 'ExternalName', 'LoadBalancer', 'NodePort'];
const topologyMode = 'service.kubernetes.io/topology-mode';
const topologyHints = 'service.kubernetes.io/topology-aware-hints';

/** The form of the name of a Service: a DNS label, and before Kubernetes 1.36 one that begins with a letter (gate RelaxedServiceNameValidation). */
export function serviceNameProblems(name: string, context: ValidationContext): Problems {
  return context.minor >= 36 ? dns1123LabelProblems(name) : dns1035LabelProblems(name);
}

/** ValidateServiceCreate, all but the metadata; `validateServiceAllocation` has found nothing wrong before. */
export function validateService(object: Service, context: ValidationContext, errors: FieldErrors): void {
  const service = withDefaults(object, context);
  validateType(service, errors);
  validateTopologyMode(service, errors);
  validateServicePorts(service, context, errors);
  validateLabels(service.spec.selector, specPath.child('selector'), errors);
  validateSessionAffinity(service.spec, errors);
  validateExternalIps(service, context, errors);
  validateLoadBalancer(service, context, errors);
  validateTraffic(service, context, errors);
}

function validateType(service: DefaultedService, errors: FieldErrors): void {
  const { headless, type } = service;
  if (!types.includes(type)) errors.notSupported('service/type', specPath.child('type'), type, types);
  if (headless && (type === 'LoadBalancer' || type === 'NodePort')) {
    const detail = `a Service of type ${type} needs a cluster IP`;
    errors.invalid('service/headless', clusterIpsPath.index(0), 'None', detail);
  }
  if (type === 'ExternalName') validateExternalName(service, errors);
}

/** What an ExternalName is: a DNS name, and nothing that has addresses. */
function validateExternalName({ clusterIps, spec }: DefaultedService, errors: FieldErrors): void {
  const detail = 'a Service of type ExternalName has none';
  if (clusterIps.length > 0) errors.forbidden('service/external-name', clusterIpsPath, detail);
  if ((spec.ipFamilies ?? []).length > 0) errors.forbidden('service/external-name', ipFamiliesPath, detail);
  if (spec.ipFamilyPolicy != null) errors.forbidden('service/external-name', ipFamilyPolicyPath, detail);
  const given = spec.externalName ?? '';
  // A dot at the end says that the name is complete.
  const name = given.endsWith('.') ? given.slice(0, -1) : given;
  const path = specPath.child('externalName');
  if (name === '') {
    errors.required('service/external-name', path, 'a Service of type ExternalName names a DNS host');
    return;
  }
  errors.invalidForEach('service/external-name', path, name, dns1123SubdomainProblems(name));
}

function validateTopologyMode({ annotations }: DefaultedService, errors: FieldErrors): void {
  const mode = annotations[topologyMode];
  const hints = annotations[topologyHints];
  if (mode === undefined || hints === undefined || (mode ?? '') === (hints ?? '')) return;
  const detail = `must be that of the annotation ${topologyHints}`;
  errors.invalid('service/topology-mode', annotationsPath.key(topologyMode), mode, detail);
}

function validateExternalIps({ spec }: DefaultedService, context: ValidationContext, errors: FieldErrors): void {
  if (spec.externalIPs == null) return;
  const path = specPath.child('externalIPs');
  for (const [position, entry] of spec.externalIPs.entries()) {
    const address = entry ?? '';
    const problems = ipProblems(address, context);
    errors.invalidForEach(
      'service/external-ip',
      path.index(position),
      address,
      problems.length > 0 ? problems : endpointIpProblems(address),
    );
  }
}
