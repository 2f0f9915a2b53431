import type { IConstruct } from 'constructs';
import { ConstructError } from './construct-error';
import type { Exposure } from './exposures/exposure';
import type { HostNetworkExposure } from './exposures/host-network';
import type { HostPortExposure } from './exposures/host-port';
import { hostPortsOf } from './exposures/host-port';
import type { AppPorts } from './ports';
import type { HostAccess } from './workload/pod-template';

/** What the ways in by the node ask of the pod. */
export function hostAccessOf(scope: IConstruct, exposures: readonly Exposure[], ports: AppPorts): HostAccess {
  const networks = exposures.filter((exposure): exposure is HostNetworkExposure => exposure.mode === 'hostNetwork');
  const [hostPort, second] = exposures.filter((exposure): exposure is HostPortExposure => exposure.mode === 'hostPort');
  if (networks.length > 1) {
    throw new ConstructError(
      scope,
      'Exposure.hostNetwork stands there twice. A pod is on the host network or not: keep one.',
    );
  }
  if (second !== undefined) {
    throw new ConstructError(
      scope,
      'Exposure.hostPort stands there twice. Name all ports in one: Exposure.hostPort({ ports: [...] }).',
    );
  }
  if (networks.length > 0 && hostPort !== undefined) {
    throw new ConstructError(
      scope,
      "Exposure.hostNetwork and Exposure.hostPort do not go together: on the host network every port is the node's own, under its own number. Keep one.",
    );
  }
  return {
    hostNetwork: networks.length > 0,
    hostPorts: hostPort === undefined ? new Map() : hostPortsOf(scope, hostPort, ports),
  };
}
