import type { ControllerProps } from '../controller-props';
import type { Identity } from './identity';
import type { StatusAddress } from './status-address';

/**
 * The namespaces that a controller watches; undefined for all of them. The Service whose address is reported is read like any other, so
 * that its namespace must be among them.
 */
export function watchedNamespaces(
  { watchNamespaces }: ControllerProps,
  { namespace }: Identity,
  status: StatusAddress,
): readonly string[] | undefined {
  if (watchNamespaces === undefined) return undefined;
  return [...new Set('service' in status ? [namespace, ...watchNamespaces] : watchNamespaces)];
}
