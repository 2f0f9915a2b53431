import type { FieldPath } from '../../findings/field-path';
import type { HTTPGetAction, LifecycleHandler, Probe } from '../../kubernetes/api';
import { httpHeaderNameProblems } from '../../kubernetes/names';
import type { FieldErrors } from '../field-errors';
import { validatePortNumber, validatePortNumberOrName } from '../ports';
import type { PodRules } from './pod-rules';

export const handlerRules = {
  'handler/type': 'A probe or hook has exactly one action.',
  'handler/exec': 'An exec action has a command.',
  'handler/http-get': 'An HTTP action speaks HTTP or HTTPS and sends headers with proper names.',
  'handler/sleep': 'A hook sleeps for no longer than the grace period of the pod.',
} as const;

type Action = 'exec' | 'httpGet' | 'tcpSocket' | 'grpc' | 'sleep';
type Handler = Pick<Probe, 'exec' | 'httpGet' | 'tcpSocket' | 'grpc'> & LifecycleHandler;

/** In the order of the server: it looks into the first action only. */
const actionsOf: Readonly<Record<'probe' | 'hook', readonly Action[]>> = {
  probe: ['exec', 'httpGet', 'tcpSocket', 'grpc'],
  hook: ['exec', 'httpGet', 'tcpSocket', 'sleep'],
};

/** validateHandler */
export function validateHandler(
  handler: Handler,
  kind: 'probe' | 'hook',
  pod: PodRules,
  path: FieldPath,
  errors: FieldErrors,
): void {
  let first: Action | undefined;
  for (const action of actionsOf[kind]) {
    if (!handler[action]) continue;
    // PodLifecycleSleepAction, on since 1.30: before that the server drops the action and misses it.
    if (action === 'sleep' && pod.context.minor < 30) continue;
    if (first === undefined) validateAction(handler, action, pod, path.child(action), errors);
    else errors.forbidden('handler/type', path.child(action), `there is '${first}' already, and one action is allowed`);
    first ??= action;
  }
  if (first !== undefined) return;
  errors.required('handler/type', path, `must have one of the actions ${actionsOf[kind].join(', ')}`);
}

function validateAction(handler: Handler, action: Action, pod: PodRules, path: FieldPath, errors: FieldErrors): void {
  switch (action) {
    case 'exec':
      if (handler.exec?.command?.length) return;
      errors.required('handler/exec', path.child('command'), 'an exec action needs a command');
      return;
    case 'httpGet':
      validateHttpGet(handler.httpGet ?? {}, path, errors);
      return;
    case 'tcpSocket':
      validatePortNumberOrName(handler.tcpSocket?.port ?? 0, path.child('port'), errors);
      return;
    case 'grpc':
      validatePortNumber(handler.grpc?.port ?? 0, path.child('port'), errors);
      return;
    case 'sleep':
      validateSleep(handler.sleep?.seconds ?? 0, pod, path, errors);
  }
}

const schemes = ['HTTP', 'HTTPS'];

/** validateHTTPGetAction; `protocol` is dropped unread (H2CContainerProbe is alpha in 1.37), like `mode` of gRPC (GRPCContainerProbeTLS). */
function validateHttpGet(action: HTTPGetAction, path: FieldPath, errors: FieldErrors): void {
  validatePortNumberOrName(action.port ?? 0, path.child('port'), errors);
  const scheme = action.scheme || 'HTTP';
  if (!schemes.includes(scheme)) errors.notSupported('handler/http-get', path.child('scheme'), scheme, schemes);
  for (const header of action.httpHeaders ?? []) {
    const name = header?.name ?? '';
    errors.invalidForEach('handler/http-get', path.child('httpHeaders'), name, httpHeaderNameProblems(name));
  }
}

/** validateSleepAction */
function validateSleep(seconds: number, pod: PodRules, path: FieldPath, errors: FieldErrors): void {
  const given = pod.spec.terminationGracePeriodSeconds ?? 30;
  // In a Pod of its own a negative grace period becomes 1.
  const gracePeriod = given < 0 && pod.kind === 'pod' ? 1 : given;
  // PodLifecycleSleepActionAllowZero, on since 1.33
  const least = pod.context.minor >= 33 ? 0 : 1;
  if (seconds >= least && seconds <= gracePeriod) return;
  const detail = `must be between ${least} and the grace period of the pod (${gracePeriod})`;
  errors.invalid('handler/sleep', path, seconds, detail);
}
