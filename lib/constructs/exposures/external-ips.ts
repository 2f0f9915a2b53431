import type { IConstruct } from 'constructs';
import { endpointIpProblems, parseIp } from '../../kubernetes/addresses';
import { ConstructError } from '../construct-error';
import type { ExposureContext } from './exposure-context';
import type { ExternalServiceOptions } from './service-options';
import { writeService } from './write-service';
import type { WrittenObject } from '../written-object';

export interface ExternalIpsProps<Port extends string = string> extends ExternalServiceOptions<Port> {
  /** The addresses. You see to it that they are routed to nodes of the cluster. */
  readonly ips: readonly [string, ...string[]];
}

/**
 * `externalIPs`: every node takes traffic for the addresses and leads it to the pods. Kubernetes 1.36 deprecates the field, and any user
 * who may write it may take any address (CVE-2020-8554).
 */
export interface ExternalIpsExposure<Port extends string = string> extends ExternalIpsProps<Port> {
  readonly mode: 'externalIps';
}

export function externalIpsService(name: string, exposure: ExternalIpsProps, context: ExposureContext): WrittenObject {
  checkIps(exposure.ips, context.scope);
  checkPolicy(name, exposure, context);
  const spec = {
    type: 'ClusterIP',
    externalIPs: exposure.ips,
    externalTrafficPolicy: exposure.preserveClientIp === true ? 'Local' : undefined,
  };
  return writeService(name, exposure, { spec }, context);
}

function checkIps(ips: readonly string[], scope: IConstruct): void {
  const seen = new Set<string>();
  if (ips.length === 0)
    throw new ConstructError(scope, 'Exposure.externalIps has no address. Name at least one in `ips`.');
  for (const ip of ips) {
    if (parseIp(ip) === undefined) {
      throw new ConstructError(
        scope,
        `Exposure.externalIps has '${ip}', which is no IP address. Give addresses such as 192.0.2.10, without a prefix length.`,
      );
    }
    const [special] = endpointIpProblems(ip);
    if (special !== undefined) throw new ConstructError(scope, `Exposure.externalIps has ${ip}: ${special}.`);
    if (seen.has(ip)) throw new ConstructError(scope, `Exposure.externalIps names ${ip} twice.`);
    seen.add(ip);
  }
}

/** Older servers allow a traffic policy on Services of type NodePort and LoadBalancer only. */
function checkPolicy(name: string, { preserveClientIp }: ExternalIpsProps, { scope, target }: ExposureContext): void {
  if (preserveClientIp !== true || target.minor >= 29) return;
  throw new ConstructError(
    scope,
    `Service '${name}' has externalIPs and preserveClientIp, which needs Kubernetes 1.29; the target is 1.${target.minor}. Use Exposure.loadBalancer or Exposure.nodePort.`,
  );
}
