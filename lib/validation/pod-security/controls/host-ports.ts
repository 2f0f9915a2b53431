import { type Control, printed } from '../control';
import { itemsOf, valueAt } from '../../../manifests/untyped';

export const hostPorts: Control = {
  name: 'hostPorts',
  level: 'baseline',
  *check(pod) {
    // defaultHostNetworkPorts: in a Pod on the host network each container port is a host port before admission sees it.
    const defaulted = pod.isPod && valueAt(pod.spec, 'hostNetwork') === true;
    for (const { value, path } of pod.containers) {
      for (const [position, port] of itemsOf(valueAt(value, 'ports')).entries()) {
        const own = valueAt(port, 'hostPort') ?? 0;
        const hostPort = own === 0 && defaulted ? (valueAt(port, 'containerPort') ?? 0) : own;
        if (hostPort === 0) continue;
        const why = own === 0 ? 'hostNetwork makes the container port one of the node' : 'it takes a port of the node';
        const message = `${why}: ${printed(hostPort)}; leave host ports out or 0`;
        yield { path: path.child('ports').index(position).child('hostPort'), message };
      }
    }
  },
};
