/**
 * `hostNetwork: true`: the process sees the interfaces of its node and binds their ports.
 *
 * The pod keeps the cluster's DNS (`ClusterFirstWithHostNet`), no two pods share a node, and an update takes the old pod away before it
 * starts the new one. Pod Security "baseline" refuses it.
 */
export interface HostNetworkExposure {
  readonly mode: 'hostNetwork';
}
