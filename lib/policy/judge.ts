import { rules } from '../rules';
import type { Graph } from '../graph/graph';
import type { Rule } from '../rules/rule';
import { runRules } from '../rules/run-rules';
import { severityOf } from './grade';
import type { JudgedFinding } from './judged-finding';
import type { Policy } from './policy';

/** Holds a set against the rules that the policy asks for. */
export function judge(graph: Graph, policy: Policy): JudgedFinding[] {
  const weights = new Map<Rule, NonNullable<ReturnType<typeof severityOf>>>();
  for (const rule of [...rules, ...(policy.customRules ?? [])]) {
    const severity = severityOf(rule, policy);
    if (severity !== undefined) weights.set(rule, severity);
  }
  const raised = runRules([...weights.keys()], { graph, parameters: policy.parameters ?? {} });
  return raised.map(({ rule, problem, object }) => ({
    rule: rule.id,
    class: rule.class,
    severity: problem.severity ?? weights.get(rule) ?? 'error',
    message: problem.message,
    fix: problem.fix ?? rule.fix,
    object,
    field: problem.field,
    related: problem.related ?? [],
    edits: problem.edits ?? [],
  }));
}
