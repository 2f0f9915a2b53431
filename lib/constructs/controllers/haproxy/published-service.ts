import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { dns1123SubdomainProblems } from '../../../kubernetes/names';
import { ConstructError } from '../../construct-error';
import { serviceName } from '../../exposures/write-exposures';
import type { Identity } from '../parts/identity';
import { statusAddressOf } from '../parts/status-address';
import type { HaproxyProps } from './props';

/**
 * The Service whose address Ingresses report, which is the one way in which HAProxy is told of it. Of a load balancer it takes the address,
 * of an alias the name; of other Services it would take the cluster's own address.
 *
 * @returns undefined where no address is reported
 * @throws ConstructError where nothing settles the address
 */
export function publishedService(scope: Construct, identity: Identity, props: HaproxyProps): string | undefined {
  if (props.reportStatus === false) return undefined;
  const balancer = props.exposures.find(({ mode }) => mode === 'loadBalancer');
  if (balancer?.mode === 'loadBalancer' && props.statusAddress === undefined)
    return serviceName(identity.name, balancer);
  const address = addressOf(scope, identity, props);
  checkAlias(scope, address, props);
  const name = `${identity.name}-address`;
  new ApiObject(scope, 'address', {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace: identity.namespace, labels: { ...identity.labels } },
    spec: { type: 'ExternalName', externalName: address },
  });
  return name;
}

function addressOf(scope: Construct, identity: Identity, props: HaproxyProps): string {
  const status = statusAddressOf(scope, identity, props);
  if ('ip' in status) return status.ip;
  if ('hostname' in status) return status.hostname;
  const [first] = props.exposures.flatMap((exposure) => (exposure.mode === 'externalIps' ? exposure.ips : []));
  if (first !== undefined) return first;
  throw new ConstructError(scope, `The Service '${status.service}' has no address to report. Set statusAddress.`);
}

function checkAlias(scope: Construct, address: string, { externalNameServices }: HaproxyProps): void {
  const instead =
    'add Exposure.loadBalancer without a statusAddress, or set reportStatus: false where nothing waits for the address';
  if (externalNameServices !== true) {
    throw new ConstructError(
      scope,
      `HAProxy reads the address that Ingresses report, '${address}', from a Service of type ExternalName alone, and was not told to follow those. ` +
        `Set externalNameServices (whoever may write a Service then reaches through the controller what it reaches), ${instead}.`,
    );
  }
  if (dns1123SubdomainProblems(address).length > 0)
    throw new ConstructError(
      scope,
      `HAProxy reads the address that Ingresses report from a Service of type ExternalName, which cannot hold '${address}'. Set statusAddress to a host name, ${instead}.`,
    );
}
