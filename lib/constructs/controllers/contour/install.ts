import { Construct } from 'constructs';
import { wholeNumber } from '../../../controllers/checks/texts';
import { contour, controllerString } from '../../../controllers/contour';
import type { ControllerNeed } from '../../../controllers/dialect';
import { hostOf } from '../../../controllers/contour/needs';
import { ConstructError } from '../../construct-error';
import definitions from '../crds/contour.json';
import type { Installation } from '../installation';
import { checkProps } from '../parts/checks';
import { makeCustomKinds } from '../parts/custom-kinds';
import { identityOf, withName } from '../parts/identity';
import { checkImage } from '../parts/image';
import { makeIngressClass } from '../parts/ingress-class';
import { makeNamespace } from '../parts/namespace';
import { statusAddressOf } from '../parts/status-address';
import { watchedNamespaces } from '../parts/watched-namespaces';
import { makeCertificates } from './certificates';
import { makeControlPlane } from './control-plane';
import { makeEnvoy } from './envoy';
import type { ContourProps } from './props';
import { requireExternalNames } from '../parts/needs';

/** The first releases without the known vulnerabilities. */
const oldest = { contour: [1, 33, 4], envoy: [1, 38, 4] } as const;

export function installContour(scope: Construct, props: ContourProps): Installation {
  const identity = identityOf('contour', props);
  checkProps(scope, identity, props);
  checkImage(scope, props.image, oldest.contour);
  checkImage(scope, props.envoyImage, oldest.envoy);
  checkWhole(scope, 'trustedHops', props.trustedHops, 0);
  checkWhole(scope, 'connectTimeoutSeconds', props.connectTimeoutSeconds, 1);
  checkProxyProtocol(scope, props);
  const envoy = withName(identity, `${identity.name}-envoy`);
  const status = statusAddressOf(scope, envoy, props);
  const namespaces = watchedNamespaces(props, identity, status);
  const parts = { props, identity, envoy, status, namespaces };
  makeNamespace(scope, identity, props);
  if (props.customResources !== 'present') makeCustomKinds(scope, identity, definitions);
  makeIngressClass(scope, identity, { controller: controllerString, isDefault: props.default === true });
  makeCertificates(new Construct(scope, 'certificates'), parts);
  makeControlPlane(new Construct(scope, 'control-plane'), parts);
  const app = makeEnvoy(new Construct(scope, 'envoy'), parts);
  const taken = new Set<string>();
  return { facts: contour, identity, app, require: (need) => reasonAgainst(need, props, taken) };
}

/** @param taken the hosts that have an HTTPProxy */
function reasonAgainst(need: ControllerNeed, props: ContourProps, taken: Set<string>): string | undefined {
  const host = hostOf(need);
  if (host !== undefined) {
    if (taken.has(host))
      return `another exposure has an HTTPProxy for ${host} already, and Contour leaves out both: put the paths of a host into one exposure`;
    taken.add(host);
    return undefined;
  }
  if (need.id === 'external-name-services') return requireExternalNames(props);
  return `this installation has no way to set ${need.setting}`;
}

function checkWhole(scope: Construct, prop: string, value: number | undefined, least: number): void {
  const [problem] = wholeNumber(prop, value, least);
  if (problem !== undefined) throw new ConstructError(scope, `${problem}.`);
}

/** Envoy believes whoever speaks the PROXY protocol, so that nobody else may come to it. */
function checkProxyProtocol(scope: Construct, { proxyProtocolFrom, networkPolicy, exposures }: ContourProps): void {
  if (proxyProtocolFrom === undefined) return;
  if (networkPolicy !== false && !exposures.some(({ mode }) => mode === 'hostNetwork')) return;
  throw new ConstructError(
    scope,
    `Contour believes the PROXY protocol of everybody, and only a NetworkPolicy lets nobody in but ${proxyProtocolFrom.join(', ')}: ` +
      'leave networkPolicy on, and take Exposure.hostPort in place of the host network, which network policies do not reach.',
  );
}
