import type { KubernetesMinor } from '../../../kubernetes/versions';
import { type Control, oneOf, printed } from '../control';
import { itemsOf, textOf, valueAt } from '../../../manifests/untyped';

/** Sysctls of the pod's own namespaces that reach neither the node nor other pods, with the release that counts them as safe. */
const safeSince: Readonly<Record<string, number>> = {
  'kernel.shm_rmid_forced': 0,
  'net.ipv4.ip_local_port_range': 0,
  'net.ipv4.ip_unprivileged_port_start': 0,
  'net.ipv4.ping_group_range': 0,
  'net.ipv4.tcp_syncookies': 0,
  'net.ipv4.ip_local_reserved_ports': 27,
  'net.ipv4.tcp_fin_timeout': 29,
  'net.ipv4.tcp_keepalive_intvl': 29,
  'net.ipv4.tcp_keepalive_probes': 29,
  'net.ipv4.tcp_keepalive_time': 29,
  'net.ipv4.tcp_rmem': 32,
  'net.ipv4.tcp_wmem': 32,
  'net.ipv4.tcp_notsent_lowat': 37,
  'net.ipv4.tcp_slow_start_after_idle': 37,
};

export const sysctls: Control = {
  name: 'sysctls',
  level: 'baseline',
  *check(pod, minor) {
    const safe = safeSysctls(minor);
    for (const [position, sysctl] of itemsOf(valueAt(pod.securityContext, 'sysctls')).entries()) {
      const name = textOf(valueAt(sysctl, 'name'));
      if (safe.includes(name)) continue;
      const path = pod.securityContextPath.child('sysctls').index(position).child('name');
      yield { path, message: `the sysctl ${printed(name)} is not among the safe ones: ${oneOf(safe)}` };
    }
  },
};

function safeSysctls(minor: KubernetesMinor): readonly string[] {
  return Object.entries(safeSince).flatMap(([name, since]) => (since <= minor ? [name] : []));
}
