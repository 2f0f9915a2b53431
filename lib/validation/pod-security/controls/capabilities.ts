import { type Control, type Objection, oneOf, printed } from '../control';
import { isWindows, type ContainerOfPod } from '../../pod-of-manifest';
import { itemsOf, textOf, valueAt } from '../../../manifests/untyped';

/** What container runtimes grant by default, but for the raw sockets. */
const defaultCapabilities = [
  'AUDIT_WRITE',
  'CHOWN',
  'DAC_OVERRIDE',
  'FOWNER',
  'FSETID',
  'KILL',
  'MKNOD',
  'NET_BIND_SERVICE',
  'SETFCAP',
  'SETGID',
  'SETPCAP',
  'SETUID',
  'SYS_CHROOT',
];

export const capabilitiesBaseline: Control = {
  name: 'capabilities_baseline',
  level: 'baseline',
  *check(pod) {
    for (const container of pod.containers) yield* addedBeyond(defaultCapabilities, container);
  },
};

export const capabilitiesRestricted: Control = {
  name: 'capabilities_restricted',
  level: 'restricted',
  *check(pod) {
    if (isWindows(pod)) return;
    for (const container of pod.containers) {
      const dropped = itemsOf(valueAt(container.securityContext, 'capabilities', 'drop'));
      if (!dropped.includes('ALL')) {
        const path = container.securityContextPath.child('capabilities').child('drop');
        yield { path, message: 'the container keeps capabilities; drop "ALL"' };
      }
      yield* addedBeyond(['NET_BIND_SERVICE'], container);
    }
  },
};

function* addedBeyond(allowed: readonly string[], container: ContainerOfPod): Iterable<Objection> {
  const added = itemsOf(valueAt(container.securityContext, 'capabilities', 'add'));
  for (const [position, item] of added.entries()) {
    const capability = textOf(item);
    if (allowed.includes(capability)) continue;
    const path = container.securityContextPath.child('capabilities').child('add').index(position);
    yield { path, message: `the capability ${printed(capability)} may not be added, only ${oneOf(allowed)}` };
  }
}
