import { compareQuantities, parseQuantity, zeroQuantity } from '../../../kubernetes/quantities';
import { backstepProblems, descendingPathProblems } from '../local-path';
import type { VolumeSource } from './volume-source';
import { requireMembers } from './volume-source';

const hostPathTypes: readonly string[] = [
  '',
  'BlockDevice',
  'CharDevice',
  'Directory',
  'DirectoryOrCreate',
  'File',
  'FileOrCreate',
  'Socket',
];

/** Its `mode` is dropped: EmptyDirVolumeMode is off by default. */
export const emptyDir: VolumeSource = {
  field: 'emptyDir',
  validate: ({ emptyDir: source }, path, _scope, errors) => {
    if (source?.sizeLimit == null) return;
    const limit = parseQuantity(source.sizeLimit);
    if (limit !== undefined && compareQuantities(limit, zeroQuantity) < 0) {
      errors.forbidden('volume/size-limit', path.child('sizeLimit'), 'must not be negative');
    }
  },
};

/** validateHostPathVolumeSource */
export const hostPath: VolumeSource = {
  field: 'hostPath',
  validate: ({ hostPath: source }, path, _scope, errors) => {
    const target = source?.path ?? '';
    if (target === '') {
      errors.required('volume/source', path.child('path'), '');
      return;
    }
    for (const problem of backstepProblems(target)) {
      errors.invalid('volume/host-path', path.child('path'), target, problem);
    }
    const type = source?.type ?? '';
    if (!hostPathTypes.includes(type)) {
      errors.notSupported('volume/host-path', path.child('type'), type, hostPathTypes);
    }
  },
};

/** validateGitRepoVolumeSource */
export const gitRepo: VolumeSource = {
  field: 'gitRepo',
  validate: ({ gitRepo: source }, path, _scope, errors) => {
    requireMembers(source, ['repository'], path, errors);
    const directory = source?.directory ?? '';
    for (const problem of descendingPathProblems(directory)) {
      errors.invalid('volume/path', path.child('directory'), directory, problem);
    }
  },
};
