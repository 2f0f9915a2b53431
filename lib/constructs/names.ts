import type { IConstruct } from 'constructs';
import {
  dns1035LabelProblems,
  dns1123LabelProblems,
  dns1123SubdomainProblems,
  labelValueProblems,
  qualifiedNameProblems,
} from '../kubernetes/names';
import { Target } from '../target/target';
import { ConstructError } from './construct-error';

/** From this release on the name of a Service may begin with a digit (RelaxedServiceNameValidation). */
const relaxedServiceNames = 36;

/** @throws ConstructError where the name could not be the value of a label and the beginning of object names. */
export function checkAppName(scope: IConstruct, name: string): void {
  const [problem] = dns1123LabelProblems(name);
  if (problem === undefined) return;
  throw new ConstructError(
    scope,
    `The application's name is '${name}', which is not valid: ${problem}. Set \`name\`, or choose another construct id.`,
  );
}

/** @throws ConstructError where the API server of the target would refuse the name for that kind. */
export function checkObjectName(scope: IConstruct, kind: string, name: string): void {
  const [problem] = nameProblems(kind, Target.of(scope).minor)(name);
  if (problem === undefined) return;
  throw new ConstructError(
    scope,
    `The ${kind} would be named '${name}', which is not valid: ${problem}. Give it a \`name\`, or the application a shorter one.`,
  );
}

export function checkNamespace(scope: IConstruct, namespace: string): void {
  const [problem] = dns1123LabelProblems(namespace);
  if (problem !== undefined) throw new ConstructError(scope, `The namespace '${namespace}' is not valid: ${problem}.`);
}

export function checkLabels(scope: IConstruct, labels: Readonly<Record<string, string>> = {}): void {
  for (const [key, value] of Object.entries(labels)) {
    const [problem] = [...qualifiedNameProblems(key), ...labelValueProblems(value)];
    if (problem !== undefined)
      throw new ConstructError(scope, `The label ${key}: '${value}' is not valid: ${problem}.`);
  }
}

function nameProblems(kind: string, minor: number): (name: string) => readonly string[] {
  if (kind !== 'Service') return dns1123SubdomainProblems;
  return minor >= relaxedServiceNames ? dns1123LabelProblems : dns1035LabelProblems;
}
