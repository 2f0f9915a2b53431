import { type Control, oneOf, seen } from '../control';
import { securityContextsOf } from '../../pod-of-manifest';
import { textOf, valueAt } from '../../../manifests/untyped';

const typesOf1Dot0 = ['container_t', 'container_init_t', 'container_kvm_t'];
const typesOf1Dot31 = [...typesOf1Dot0, 'container_engine_t'];

export const seLinuxOptions: Control = {
  name: 'seLinuxOptions',
  level: 'baseline',
  *check(pod, minor) {
    const allowed = minor >= 31 ? typesOf1Dot31 : typesOf1Dot0;
    for (const context of securityContextsOf(pod)) {
      const options = valueAt(context.value, 'seLinuxOptions');
      const path = context.path.child('seLinuxOptions');
      const type = textOf(valueAt(options, 'type'));
      if (type !== '' && !allowed.includes(type)) {
        yield {
          path: path.child('type'),
          message: `the SELinux type must be ${oneOf(allowed)} or not set; ${seen(type)}`,
        };
      }
      for (const part of ['user', 'role']) {
        const value = textOf(valueAt(options, part));
        if (value !== '')
          yield { path: path.child(part), message: `the SELinux ${part} may not be set; ${seen(value)}` };
      }
    }
  },
};
