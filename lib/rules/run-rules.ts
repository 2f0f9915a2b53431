import type { Graph } from '../graph/graph';
import type { GroupKind, KnownKind } from '../graph/kinds';
import type { SetObject } from '../graph/set-object';
import type { Problem, Rule, RuleContext } from './rule';

/** A problem, the rule that found it and the object that it is about. */
export interface RaisedProblem {
  readonly rule: Rule;
  readonly problem: Problem;
  readonly object: SetObject<object>;
}

/** Holds a set against rules, rule by rule, each in the order of the documents. */
export function runRules(rules: readonly Rule[], context: RuleContext): RaisedProblem[] {
  return rules.flatMap((rule) => rule.on.flatMap((name) => runRule(rule, name, context)));
}

function runRule(rule: Rule, name: Rule['on'][number], context: RuleContext): RaisedProblem[] {
  const { graph } = context;
  // The name of a subject and what the check takes belong together, which the list of all rules no longer shows.
  const check = rule.check as (subject: unknown, context: RuleContext) => Iterable<Problem>;
  if (name === 'set') return raised(rule, check(graph, context), undefined);
  if (name === 'workload') {
    return graph.pods.all.flatMap((workload) => raised(rule, check(workload, context), workload.object));
  }
  return subjectsOf(graph, name).flatMap((object) => raised(rule, check(object, context), object));
}

function subjectsOf(graph: Graph, name: KnownKind | GroupKind | 'object'): readonly SetObject<object>[] {
  return name === 'object' ? graph.objects : graph.ofKind(name);
}

function raised(rule: Rule, problems: Iterable<Problem>, subject: SetObject<object> | undefined): RaisedProblem[] {
  const found: RaisedProblem[] = [];
  for (const problem of problems) {
    // Rules over the whole set name the object, which defineRule asks of them.
    const object = problem.object ?? subject;
    if (object !== undefined) found.push({ rule, problem, object });
  }
  return found;
}
