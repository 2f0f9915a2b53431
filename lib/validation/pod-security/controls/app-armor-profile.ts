import { type Control, oneOf, seen } from '../control';
import { securityContextsOf } from '../../pod-of-manifest';
import { textOf, valueAt } from '../../../manifests/untyped';

const annotationPrefix = 'container.apparmor.security.beta.kubernetes.io/';
const allowedTypes = ['RuntimeDefault', 'Localhost'];

export const appArmorProfile: Control = {
  name: 'appArmorProfile',
  level: 'baseline',
  *check(pod) {
    for (const { value, path } of securityContextsOf(pod)) {
      const profile = valueAt(value, 'appArmorProfile');
      const type = valueAt(profile, 'type');
      if (profile === undefined || allowedTypes.includes(textOf(type))) continue;
      const message = `the AppArmor profile must be of type ${oneOf(allowedTypes)}; ${seen(type)}`;
      yield { path: path.child('appArmorProfile').child('type'), message };
    }
    for (const key of annotationKeys(pod.annotations)) {
      const profile = textOf(valueAt(pod.annotations, key));
      if (profile === '' || profile === 'runtime/default' || profile.startsWith('localhost/')) continue;
      const message = `the AppArmor profile must be "runtime/default" or begin with "localhost/"; ${seen(profile)}`;
      yield { path: pod.annotationsPath.key(key), message };
    }
  },
};

function annotationKeys(annotations: unknown): readonly string[] {
  if (typeof annotations !== 'object' || annotations === null) return [];
  return Object.keys(annotations).filter((key) => key.startsWith(annotationPrefix));
}
