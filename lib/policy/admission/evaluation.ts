import type * as Cel from '../../validation/custom-resources/cel';
import type { AdmissionPolicy, NamedExpression, Validation } from './admission-policy';

/** What a policy says of an object. */
export type Verdict =
  | { readonly kind: 'passes' }
  | { readonly kind: 'breaks'; readonly messages: readonly string[] }
  /** An expression cannot be read or evaluated here. */
  | { readonly kind: 'unknown'; readonly why: string };

/** The names that expressions may use. */
export interface Activation extends Readonly<Record<string, unknown>> {
  readonly object: unknown;
  readonly oldObject: null;
  readonly request: unknown;
  readonly params: unknown;
  readonly namespaceObject: unknown;
}

/** Evaluates a policy over one object that is created (k8s.io/apiserver/pkg/admission/plugin/policy/validating). */
export function evaluate(policy: AdmissionPolicy, activation: Activation): Verdict {
  const failed = (why: string): Verdict => (policy.ignoresFailures ? { kind: 'passes' } : { kind: 'unknown', why });
  const names = withVariables(policy.variables, activation);
  for (const condition of policy.conditions) {
    const answer = ask(condition.expression, names);
    if ('why' in answer) return failed(answer.why);
    if (answer.value !== true) return { kind: 'passes' };
  }
  const messages: string[] = [];
  for (const validation of policy.validations) {
    const answer = ask(validation.expression, names);
    if ('why' in answer) {
      if (policy.ignoresFailures) continue;
      // The server denies what it cannot evaluate; where the expression is one that cannot be read here, nobody knows.
      if (answer.unreadable) return failed(answer.why);
      messages.push(`the expression '${validation.expression}' cannot be evaluated: ${answer.why}`);
    } else if (answer.value !== true) messages.push(messageOf(validation, names));
  }
  return messages.length === 0 ? { kind: 'passes' } : { kind: 'breaks', messages };
}

/** Each variable is evaluated when an expression first asks for it, as the server does. */
function withVariables(
  variables: readonly NamedExpression[],
  activation: Activation,
): Readonly<Record<string, unknown>> {
  const values: Record<string, unknown> = {};
  const names = { ...activation, variables: values };
  for (const { name, expression } of variables) {
    let known: { readonly value: unknown } | undefined;
    Object.defineProperty(values, name, {
      enumerable: true,
      get: () => {
        if (known === undefined) {
          const answer = ask(expression, names);
          if ('why' in answer) throw new Error(answer.why);
          known = answer;
        }
        return known.value;
      },
    });
  }
  return names;
}

type Answer = { readonly value: unknown } | { readonly why: string; readonly unreadable: boolean };

function ask(expression: string, names: Readonly<Record<string, unknown>>): Answer {
  const compiled = language().compileRule(expression);
  if (compiled === undefined) return { why: `'${expression}' is not read here`, unreadable: true };
  try {
    return { value: compiled(names) };
  } catch (error) {
    const why = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    // A function that is not known here may be known to the server.
    return { why, unreadable: why.includes('no matching overload') };
  }
}

function messageOf(
  { message, messageExpression, expression }: Validation,
  names: Readonly<Record<string, unknown>>,
): string {
  const answer = messageExpression === undefined ? undefined : ask(messageExpression, names);
  if (answer !== undefined && 'value' in answer && typeof answer.value === 'string') return answer.value;
  return message ?? `failed expression: ${expression}`;
}

/** Loaded with the first policy that is met: most sets have none. */
function language(): typeof Cel {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- at run time, and synchronously
  return require('../../validation/custom-resources/cel') as typeof Cel;
}
