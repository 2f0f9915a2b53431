import type { Draft, LoadBalancerRequest } from '../dialect';

/** The form of Elastic IP allocation ids: `eipalloc-` and 8 or 17 hexadecimal digits (EC2 resource ids). */
const elasticIpAllocation = /^eipalloc-(?:[0-9a-f]{8}|[0-9a-f]{17})$/;

/** Whether all are allocation ids of Elastic IP addresses. */
export function areAllocations(ids: readonly string[], draft: Draft): boolean {
  const wrong = ids.find((id) => !elasticIpAllocation.test(id));
  if (wrong !== undefined)
    draft.refuse(`'${wrong}' is not the allocation id of an Elastic IP address, such as 'eipalloc-0a1b2c3d'`);
  return wrong === undefined;
}

/** A load balancer has an address in each of its subnets, so that both lists must be known and equally long. */
export function isOnePerSubnet(values: readonly string[], draft: Draft, request: LoadBalancerRequest): boolean {
  const count = request.wishes.subnets?.length;
  if (count === values.length) return true;
  const seen = count === undefined ? 'no subnets' : `${count} subnets`;
  draft.refuse(`there must be one for each subnet, and ${values.length} and ${seen} are named: name as many 'subnets'`);
  return false;
}
