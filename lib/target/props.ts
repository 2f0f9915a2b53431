import { qualifiedNameProblems } from '../kubernetes/names';

/** Refuses props that make no sense, all problems at once. */
export function refuseUnsound(subject: string, problems: readonly string[]): void {
  if (problems.length > 0) throw new Error(`${subject}: ${problems.join('; ')}`);
}

/** `spec.loadBalancerClass` is a qualified name (ValidateServiceLoadBalancerClassField). */
export function loadBalancerClassProblems(prop: string, value: string | undefined): readonly string[] {
  return value === undefined ? [] : qualifiedNameProblems(value).map((problem) => `${prop} is '${value}': ${problem}`);
}
