import type { Severity } from '../findings/finding';
import type { Graph } from '../graph/graph';
import { rules } from '../rules';
import type { CheckedRule } from '../rules/rule';
import { runRules, type RaisedProblem } from '../rules/run-rules';
import { admissionRule } from './admission/admission-rule';
import { severityOf } from './grade';
import type { JudgedFinding } from './judged-finding';
import type { Policy } from './policy';
import { applyWaivers } from './waivers/apply-waivers';

/** Holds a set against the rules that the policy asks for, and lets pass what is waived. */
export function judge(graph: Graph, policy: Policy, today: string | undefined): JudgedFinding[] {
  const all = [...rules, admissionRule(policy.admissionPolicies ?? []), ...(policy.customRules ?? [])];
  const weights = new Map<CheckedRule, Severity>();
  for (const rule of all) {
    const severity = severityOf(rule, policy);
    if (severity !== undefined) weights.set(rule, severity);
  }
  const raised = runRules([...weights.keys()], { graph, parameters: policy.parameters ?? {} });
  const findings = raised.map((one) => findingOf(one, weights.get(one.rule) ?? 'error', policy));
  return applyWaivers(findings, graph.objects, {
    policy,
    today,
    rules: new Map(all.map((rule) => [rule.id, weights.has(rule)])),
  });
}

function findingOf(
  { rule, problem, object }: RaisedProblem,
  severity: Severity,
  { rules: regraded = {} }: Policy,
): JudgedFinding {
  const { message, field, fix = rule.fix, related = [], edits = [] } = problem;
  // What the policy says of a rule goes before what the rule says of one finding.
  const weight = Object.hasOwn(regraded, rule.id) ? severity : (problem.severity ?? severity);
  return { rule: rule.id, class: rule.class, severity: weight, message, fix, object, field, related, edits };
}
