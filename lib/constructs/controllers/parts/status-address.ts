import type { IConstruct } from 'constructs';
import { parseIp } from '../../../kubernetes/addresses';
import { dns1123SubdomainProblems } from '../../../kubernetes/names';
import { ConstructError } from '../../construct-error';
import { serviceName } from '../../exposures/write-exposures';
import type { ControllerProps } from '../controller-props';
import type { Identity } from './identity';

/** Where a controller takes the address that it writes into the status of Ingresses. */
export type StatusAddress = { readonly service: string } | { readonly ip: string } | { readonly hostname: string };

/** @throws ConstructError where nothing settles it: deploy tools and external-dns would wait for it for ever. */
export function statusAddressOf(
  scope: IConstruct,
  { name }: Identity,
  { statusAddress, exposures }: ControllerProps,
): StatusAddress {
  if (statusAddress !== undefined) return givenAddress(scope, statusAddress);
  const service =
    exposures.find(({ mode }) => mode === 'loadBalancer') ?? exposures.find(({ mode }) => mode === 'externalIps');
  if (service !== undefined && service.mode !== 'hostPort' && service.mode !== 'hostNetwork')
    return { service: serviceName(name, service) };
  throw new ConstructError(
    scope,
    `Nothing settles the address that Ingresses of '${name}' report, and deploy tools wait for one: ${exposures.map(({ mode }) => `Exposure.${mode}`).join(', ')} has none to tell. ` +
      'Set statusAddress to the address or host name that clients use, or add Exposure.loadBalancer.',
  );
}

function givenAddress(scope: IConstruct, address: string): StatusAddress {
  if (parseIp(address) !== undefined) return { ip: address };
  const [problem] = dns1123SubdomainProblems(address);
  if (problem === undefined) return { hostname: address };
  throw new ConstructError(
    scope,
    `statusAddress is '${address}', which is neither an IP address nor a host name: ${problem}.`,
  );
}
