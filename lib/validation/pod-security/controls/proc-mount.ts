import { type Control, type Objection, seen } from '../control';
import { hasUserNamespace, type PodOfManifest } from '../../pod-of-manifest';
import { valueAt } from '../../../manifests/untyped';

export const procMountBaseline: Control = {
  name: 'procMount',
  level: 'baseline',
  *check(pod, minor) {
    // From 1.35 the level trusts a user namespace to contain an unmasked /proc.
    if (minor >= 35 && hasUserNamespace(pod)) return;
    yield* unmasked(pod);
  },
};

export const procMountRestricted: Control = {
  name: 'procMount_restricted',
  level: 'restricted',
  *check(pod, minor) {
    // Before 1.35 the baseline control already refuses each of them.
    if (minor >= 35) yield* unmasked(pod);
  },
};

function* unmasked(pod: PodOfManifest): Iterable<Objection> {
  for (const { securityContext, securityContextPath } of pod.containers) {
    const procMount = valueAt(securityContext, 'procMount');
    if (procMount === undefined || procMount === 'Default') continue;
    yield {
      path: securityContextPath.child('procMount'),
      message: `/proc must be masked as by "Default"; ${seen(procMount)}`,
    };
  }
}
