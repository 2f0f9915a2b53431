import { Environment, type ParseResult } from '@marcbachmann/cel-js';
import { registerAddresses } from './cel-functions/addresses';
import { registerFormats } from './cel-functions/formats';
import { registerLists } from './cel-functions/lists';
import { registerQuantities } from './cel-functions/quantities';
import { registerSemvers } from './cel-functions/semvers';
import { registerTexts } from './cel-functions/texts';
import { registerUrls } from './cel-functions/urls';
import { inLibraryWords } from './cel-text';

/** A rule that can be asked; undefined where the language library cannot read it. */
export type CompiledRule = (variables: Readonly<Record<string, unknown>>) => unknown;

const compiled = new Map<string, CompiledRule | undefined>();

/** The rule, read once. */
export function compileRule(rule: string): CompiledRule | undefined {
  if (!compiled.has(rule)) compiled.set(rule, compile(rule));
  return compiled.get(rule);
}

function compile(rule: string): CompiledRule | undefined {
  try {
    const evaluate: ParseResult = environment().parse(inLibraryWords(rule));
    return (variables) => evaluate(variables) as unknown;
  } catch {
    return undefined;
  }
}

/** The functions that are known, by their names. */
let names: ReadonlySet<string> | undefined;

/** Whether an error says that a function is not known here, whatever it is called with. The server has read the rule, and knows it. */
export function isUnknownFunction(error: unknown): boolean {
  const match =
    error instanceof Error ? /^found no matching overload for '(?:.*?\.)?(\w+)\(/.exec(error.message) : null;
  if (match === null) return false;
  names ??= new Set(
    environment()
      .getDefinitions()
      .functions.map(({ name }) => name),
  );
  return !names.has(match[1] ?? '');
}

let shared: Environment | undefined;

function environment(): Environment {
  shared ??= kubernetesEnvironment();
  return shared;
}

/**
 * The language with the functions that Kubernetes adds.
 * https://kubernetes.io/docs/reference/using-api/cel/#cel-options-language-features-and-libraries
 */
function kubernetesEnvironment(): Environment {
  const result = new Environment({
    unlistedVariablesAreDyn: true,
    enableOptionalTypes: true,
    homogeneousAggregateLiterals: false,
  });
  registerAddresses(result);
  registerFormats(result);
  registerLists(result);
  registerQuantities(result);
  registerSemvers(result);
  registerTexts(result);
  registerUrls(result);
  return result;
}
