import type { FieldPath } from '../../findings/field-path';
import type { Lifecycle } from '../../kubernetes/api';
import type { FieldErrors } from '../field-errors';
import { validateHandler } from './handler';
import type { PodRules } from './pod-rules';

/** validateLifecycle; `stopSignal` is dropped unread (ContainerStopSignals is alpha up to 1.37). */
export function validateLifecycle(lifecycle: Lifecycle, pod: PodRules, path: FieldPath, errors: FieldErrors): void {
  if (lifecycle.postStart) validateHandler(lifecycle.postStart, 'hook', pod, path.child('postStart'), errors);
  if (lifecycle.preStop) validateHandler(lifecycle.preStop, 'hook', pod, path.child('preStop'), errors);
}

/** Whether hooks are left after the server has dropped the stop signal (dropContainerStopSignals); `{}` counts. */
export function isLifecycleSet(lifecycle: Lifecycle | null | undefined): boolean {
  if (!lifecycle) return false;
  if (lifecycle.postStart || lifecycle.preStop) return true;
  return lifecycle.stopSignal === null || lifecycle.stopSignal === undefined;
}
