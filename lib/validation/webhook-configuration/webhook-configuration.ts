import { FieldPath } from '../../findings/field-path';
import { dns1035LabelProblems, dns1123SubdomainProblems, qualifiedNameProblems } from '../../kubernetes/names';
import type { ValidationContext } from '../context';
import type { FieldErrors } from '../field-errors';
import { validateLabelSelector } from '../labels';
import { validateClientConfig } from './client-config';
import { validateRule } from './rules';
import type { Webhook, WebhookConfiguration } from './types';

export const webhookRules = {
  'webhook/name': 'A webhook has a name of three parts at least, which no other of the configuration has.',
  'webhook/client-config': 'A webhook is called at a service or at an https URL.',
  'webhook/rule': 'A rule of a webhook lists operations, groups, versions and resources, none of them twice over.',
  'webhook/policy': 'The policies of a webhook are known ones, it has no side effects, and answers within 30 seconds.',
  'webhook/review-versions': 'A webhook reads a version of AdmissionReview that servers write: v1 or v1beta1.',
  'webhook/match-conditions': 'The conditions of a webhook have names and expressions, and are at most 64.',
} as const;

const webhooksPath = FieldPath.of('webhooks');
const longestTimeout = 30;
const mostConditions = 64;
const policies = {
  failurePolicy: ['Fail', 'Ignore'],
  matchPolicy: ['Equivalent', 'Exact'],
  sideEffects: ['None', 'NoneOnDryRun'],
  reinvocationPolicy: ['IfNeeded', 'Never'],
} as const;

/** ValidateValidatingWebhookConfiguration and ValidateMutatingWebhookConfiguration but for the metadata. */
export function validateWebhookConfiguration(
  configuration: WebhookConfiguration,
  context: ValidationContext,
  errors: FieldErrors,
): void {
  const names = new Set<string>();
  for (const [position, webhook] of (configuration.webhooks ?? []).entries()) {
    const path = webhooksPath.index(position);
    const name = webhook?.name ?? '';
    if (name !== '' && names.has(name)) errors.duplicate('webhook/name', path.child('name'), name);
    names.add(name);
    validateWebhook(webhook ?? {}, path, context, errors);
  }
}

/** validateValidatingWebhook and validateMutatingWebhook */
function validateWebhook(webhook: Webhook, path: FieldPath, context: ValidationContext, errors: FieldErrors): void {
  validateName(webhook.name ?? '', path.child('name'), errors);
  for (const [position, rule] of (webhook.rules ?? []).entries()) {
    validateRule(rule ?? {}, path.child('rules').index(position), errors);
  }
  validatePolicies(webhook, path, errors);
  validateLabelSelector(webhook.namespaceSelector, path.child('namespaceSelector'), {}, errors);
  validateLabelSelector(webhook.objectSelector, path.child('objectSelector'), {}, errors);
  validateClientConfig(webhook.clientConfig ?? {}, path.child('clientConfig'), errors);
  validateReviewVersions(webhook, path.child('admissionReviewVersions'), errors);
  // AdmissionWebhookMatchConditions: on since 1.28
  if (context.minor >= 28) validateMatchConditions(webhook, path.child('matchConditions'), errors);
}

/** IsFullyQualifiedName */
function validateName(name: string, path: FieldPath, errors: FieldErrors): void {
  if (name === '') {
    errors.required('webhook/name', path, '');
    return;
  }
  const problems = dns1123SubdomainProblems(name);
  errors.invalidForEach('webhook/name', path, name, problems);
  if (problems.length > 0 || name.split('.').length >= 3) return;
  errors.invalid('webhook/name', path, name, "must have three parts at least, such as 'pods.example.com'");
}

function validatePolicies(webhook: Webhook, path: FieldPath, errors: FieldErrors): void {
  if (webhook.sideEffects == null) errors.required('webhook/policy', path.child('sideEffects'), 'None or NoneOnDryRun');
  for (const field of ['failurePolicy', 'matchPolicy', 'sideEffects', 'reinvocationPolicy'] as const) {
    const policy = webhook[field];
    const known: readonly string[] = policies[field];
    if (policy == null || known.includes(policy)) continue;
    errors.notSupported('webhook/policy', path.child(field), policy, known);
  }
  const timeout = webhook.timeoutSeconds;
  if (timeout == null || (timeout >= 1 && timeout <= longestTimeout)) return;
  const detail = `must lie between 1 and ${longestTimeout}`;
  errors.invalid('webhook/policy', path.child('timeoutSeconds'), timeout, detail);
}

/** validateAdmissionReviewVersions */
function validateReviewVersions(webhook: Webhook, path: FieldPath, errors: FieldErrors): void {
  const rule = 'webhook/review-versions';
  const versions = (webhook.admissionReviewVersions ?? []).map((version) => version ?? '');
  if (versions.length === 0) {
    errors.required(rule, path, 'v1 or v1beta1');
    return;
  }
  for (const [position, version] of versions.entries()) {
    const at = path.index(position);
    if (versions.indexOf(version) < position) errors.invalid(rule, at, version, 'is listed already');
    errors.invalidForEach(rule, at, version, dns1035LabelProblems(version));
  }
  if (!versions.includes('v1') && !versions.includes('v1beta1')) {
    errors.invalid(rule, path, versions, 'must include v1 or v1beta1');
  }
}

/** ValidateMatchConditions, but for whether the expressions are sound. */
function validateMatchConditions({ matchConditions }: Webhook, path: FieldPath, errors: FieldErrors): void {
  const rule = 'webhook/match-conditions';
  const conditions = matchConditions ?? [];
  if (conditions.length > mostConditions) errors.tooMany(rule, path, conditions.length, mostConditions);
  const names = new Set<string>();
  for (const [position, condition] of conditions.entries()) {
    const at = path.index(position);
    const name = condition?.name ?? '';
    if ((condition?.expression ?? '').trim() === '') errors.required(rule, at.child('expression'), '');
    if (name === '') errors.required(rule, at.child('name'), '');
    else errors.invalidForEach(rule, at.child('name'), name, qualifiedNameProblems(name));
    if (name !== '' && names.has(name)) errors.duplicate(rule, at.child('name'), name);
    names.add(name);
  }
}
