import type { FieldPath } from '../../../findings/field-path';
import { type Control, type Objection, oneOf, seen } from '../control';
import { isWindows, securityContextsOf } from '../../pod-of-manifest';
import { textOf, valueAt } from '../../../manifests/untyped';

const allowedTypes = ['RuntimeDefault', 'Localhost'];

export const seccompProfileBaseline: Control = {
  name: 'seccompProfile_baseline',
  level: 'baseline',
  *check(pod) {
    for (const { value, path } of securityContextsOf(pod)) yield* badType(value, path);
  },
};

export const seccompProfileRestricted: Control = {
  name: 'seccompProfile_restricted',
  level: 'restricted',
  *check(pod) {
    if (isWindows(pod)) return;
    yield* badType(pod.securityContext, pod.securityContextPath);
    const inherited = valueAt(pod.securityContext, 'seccompProfile') !== undefined;
    for (const { securityContext, securityContextPath } of pod.containers) {
      yield* badType(securityContext, securityContextPath);
      if (inherited || valueAt(securityContext, 'seccompProfile') !== undefined) continue;
      const message = `the container or its pod must set a seccomp profile of type ${oneOf(allowedTypes)}`;
      yield { path: typePath(securityContextPath), message };
    }
  },
};

function* badType(securityContext: unknown, path: FieldPath): Iterable<Objection> {
  const profile = valueAt(securityContext, 'seccompProfile');
  const type = valueAt(profile, 'type');
  if (profile === undefined || allowedTypes.includes(textOf(type))) return;
  yield { path: typePath(path), message: `the seccomp profile must be of type ${oneOf(allowedTypes)}; ${seen(type)}` };
}

function typePath(securityContextPath: FieldPath): FieldPath {
  return securityContextPath.child('seccompProfile').child('type');
}
