import type { VolumeSource } from './volume-source';
import { requireMembers } from './volume-source';

const pullPolicies: readonly string[] = ['Always', 'IfNotPresent', 'Never'];

/** validateImageVolumeSource */
export const image: VolumeSource = {
  field: 'image',
  validate: ({ image: source }, path, { kind, context }, errors) => {
    // templates may leave the reference to those who fill them in, up to 1.36
    if (kind === 'pod' || context.minor >= 37) requireMembers(source, ['reference'], path, errors);
    const policy = source?.pullPolicy ?? '';
    if (policy !== '' && !pullPolicies.includes(policy)) {
      errors.notSupported('volume/source', path.child('pullPolicy'), policy, pullPolicies);
    }
  },
};
