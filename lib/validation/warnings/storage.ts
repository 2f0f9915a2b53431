import { FieldPath } from '../../findings/field-path';
import { fieldsOf, valueAt } from '../../manifests/untyped';
import { fractionalBytes } from './fractional-bytes';
import type { Warnings } from './warning';

const storageClass = 'volume.beta.kubernetes.io/storage-class';

/** GetWarningsForPersistentVolumeClaim. */
export function* persistentVolumeClaimWarnings(claim: unknown): Warnings {
  if (fieldsOf(valueAt(claim, 'metadata', 'annotations')).includes(storageClass)) {
    yield {
      rule: 'warning/deprecated-annotation',
      path: FieldPath.of('metadata').child('annotations').key(storageClass),
      message: "deprecated: name the class in 'spec.storageClassName'",
    };
  }
  yield* claimSpecWarnings(valueAt(claim, 'spec'), FieldPath.of('spec'));
}

/** GetWarningsForPersistentVolumeClaimSpec. */
export function* claimSpecWarnings(spec: unknown, path: FieldPath): Warnings {
  for (const list of ['requests', 'limits']) {
    yield* fractionalBytes(valueAt(spec, 'resources', list), path.child('resources').child(list), ['storage']);
  }
}
