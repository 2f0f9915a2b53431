import type { Graph } from '../graph/graph';
import type { SetObject } from '../graph/set-object';
import type { Workload } from '../graph/workload';
import type { CheckedRule, Problem, RuleContext, SubjectName } from './rule';

/** A problem, the rule that found it and the object that it is about. */
export interface RaisedProblem {
  readonly rule: CheckedRule;
  readonly problem: Problem;
  readonly object: SetObject<object>;
}

type Subject = SetObject<object> | Workload | Graph;

/** The name of a subject and what the check takes belong together, which the list of all rules no longer shows. */
type Check = (subject: Subject, context: RuleContext) => Iterable<Problem>;

/** Holds a set against rules, rule by rule, each in the order of the documents. */
export function runRules(rules: readonly CheckedRule[], context: RuleContext): RaisedProblem[] {
  const found: RaisedProblem[] = [];
  for (const rule of rules) {
    const check = rule.check as Check;
    for (const subject of subjectsOf(rule, context)) {
      for (const problem of check(subject, context)) {
        const object = problem.object ?? objectOf(subject);
        if (object !== undefined) found.push({ rule, problem, object });
      }
    }
  }
  return found;
}

function subjectsOf({ on, among }: CheckedRule, { graph, parameters }: RuleContext): readonly Subject[] {
  if (among !== undefined) return among(graph, parameters);
  const [only, ...others] = on;
  if (only !== undefined && others.length === 0) return subjectsNamed(only, graph);
  return on.flatMap((name) => subjectsNamed(name, graph));
}

function subjectsNamed(name: SubjectName, graph: Graph): readonly Subject[] {
  if (name === 'set') return [graph];
  if (name === 'workload') return graph.pods.all;
  return name === 'object' ? graph.objects : graph.ofKind(name);
}

/** Rules over the whole set name the object themselves, which defineRule asks of them. */
function objectOf(subject: Subject): SetObject<object> | undefined {
  if ('objects' in subject) return undefined;
  return 'object' in subject ? subject.object : subject;
}
