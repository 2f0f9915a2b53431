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
  for (const rule of rules) runRule(rule, context, found);
  return found;
}

/** @throws Error that names the rule: it may be anybody's. */
function runRule(rule: CheckedRule, context: RuleContext, found: RaisedProblem[]): void {
  const check = rule.check as Check;
  let subject: Subject | undefined;
  try {
    for (subject of subjectsOf(rule, context)) {
      for (const problem of check(subject, context)) {
        found.push({ rule, problem, object: problem.object ?? objectOf(subject) });
      }
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`rule '${rule.id}' failed on ${nameOf(subject)}: ${reason}`, { cause: error });
  }
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
function objectOf(subject: Subject): SetObject<object> {
  if ('objects' in subject) throw new Error('its problem names no object: give it the one that it is about');
  return 'object' in subject ? subject.object : subject;
}

function nameOf(subject: Subject | undefined): string {
  if (subject === undefined || 'objects' in subject) return 'the set';
  const { kind, name } = objectOf(subject);
  return `${kind} '${name}'`;
}
