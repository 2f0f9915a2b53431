import type { Graph } from '../graph/graph';
import type { SetObject } from '../graph/set-object';
import type { Workload } from '../graph/workload';
import type { CheckedRule, Problem, RuleContext } from './rule';

/** A problem, the rule that found it and the object that it is about. */
export interface RaisedProblem {
  readonly rule: CheckedRule;
  readonly problem: Problem;
  readonly object: SetObject<object>;
}

/** Holds a set against rules, rule by rule, each in the order of the documents. */
export function runRules(rules: readonly CheckedRule[], context: RuleContext): RaisedProblem[] {
  const found: RaisedProblem[] = [];
  for (const rule of rules) {
    if (rule.among === undefined) for (const name of rule.on) runRule(rule, name, context, found);
    else for (const subject of rule.among(context.graph, context.parameters)) runOn(rule, subject, context, found);
  }
  return found;
}

function runOn(
  rule: CheckedRule,
  subject: SetObject<object> | Workload,
  context: RuleContext,
  found: RaisedProblem[],
): void {
  const check = rule.check as Check<SetObject<object> | Workload>;
  raise(rule, check(subject, context), 'object' in subject ? subject.object : subject, found);
}

type Check<Subject> = (subject: Subject, context: RuleContext) => Iterable<Problem>;

/** The name of a subject and what the check takes belong together, which the list of all rules no longer shows. */
function runRule(
  rule: CheckedRule,
  name: CheckedRule['on'][number],
  context: RuleContext,
  found: RaisedProblem[],
): void {
  const { graph } = context;
  if (name === 'set') {
    // Rules over the whole set name the object, which defineRule asks of them.
    for (const problem of (rule.check as Check<Graph>)(graph, context)) {
      if (problem.object !== undefined) found.push({ rule, problem, object: problem.object });
    }
    return;
  }
  if (name === 'workload') {
    const check = rule.check as Check<Workload>;
    for (const workload of graph.pods.all) raise(rule, check(workload, context), workload.object, found);
    return;
  }
  const check = rule.check as Check<SetObject<object>>;
  const objects: readonly SetObject<object>[] = name === 'object' ? graph.objects : graph.ofKind(name);
  for (const object of objects) raise(rule, check(object, context), object, found);
}

function raise(
  rule: CheckedRule,
  problems: Iterable<Problem>,
  subject: SetObject<object>,
  found: RaisedProblem[],
): void {
  for (const problem of problems) found.push({ rule, problem, object: problem.object ?? subject });
}
