import { FieldPath } from '../../findings/field-path';
import type { FieldErrors } from '../field-errors';
import { compileRule, isUnknownFunction } from './cel';
import { celValue } from './cel-values';
import type { CelRule, StructuralSchema } from './definition';

/** Whether any rule stands in the schema. */
export function hasCelRules(schema: StructuralSchema): boolean {
  if ((schema['x-kubernetes-validations'] ?? []).length > 0) return true;
  const { items, additionalProperties, properties = {} } = schema;
  const below = [...Object.values(properties), ...(items === undefined ? [] : [items])];
  if (typeof additionalProperties === 'object') below.push(additionalProperties);
  return below.some(hasCelRules);
}

/** Asks the rules of the schema over the object (cel.Validator); those about a change have nothing to say of a creation. */
export function validateCelRules(
  value: unknown,
  schema: StructuralSchema,
  path: FieldPath | undefined,
  errors: FieldErrors,
): void {
  if (value === null || value === undefined) return;
  for (const rule of schema['x-kubernetes-validations'] ?? []) ask(rule, value, schema, path, errors);
  if (Array.isArray(value)) {
    const { items } = schema;
    if (items === undefined) return;
    for (const [i, item] of (value as readonly unknown[]).entries())
      validateCelRules(item, items, path?.index(i), errors);
  } else if (typeof value === 'object') {
    for (const [name, member] of Object.entries(value)) {
      const { properties = {}, additionalProperties } = schema;
      const at = path === undefined ? FieldPath.of(name) : path.child(name);
      const known = Object.hasOwn(properties, name) ? properties[name] : undefined;
      if (known !== undefined) validateCelRules(member, known, at, errors);
      else if (typeof additionalProperties === 'object')
        validateCelRules(member, additionalProperties, path?.key(name), errors);
    }
  }
}

function ask(
  rule: CelRule,
  value: unknown,
  schema: StructuralSchema,
  path: FieldPath | undefined,
  errors: FieldErrors,
): void {
  const usesOld = /(?<!\w)oldSelf(?!\w)/.test(rule.rule);
  if (usesOld && rule.optionalOldSelf !== true) return;
  const holds = compileRule(usesOld ? withoutOld(rule.rule) : rule.rule);
  if (holds === undefined) return;
  const self = celValue(value, schema);
  let answer: unknown;
  try {
    answer = holds({ self });
  } catch (error) {
    if (isUnknownFunction(error)) return;
    answer = false;
  }
  if (answer === true) return;
  const at = placeOf(rule, path);
  const detail = rule.message ?? messageOf(rule, self) ?? `failed rule: ${rule.rule}`;
  switch (rule.reason) {
    case 'FieldValueRequired':
      errors.required('custom/rule', at, detail);
      break;
    case 'FieldValueForbidden':
      errors.forbidden('custom/rule', at, detail);
      break;
    case 'FieldValueDuplicate':
      errors.duplicate('custom/rule', at, value);
      break;
    default:
      if (typeof value === 'object') errors.invalidUnprinted('custom/rule', at, detail);
      else errors.invalid('custom/rule', at, value, detail);
  }
}

/** At a creation there is no old value. */
function withoutOld(rule: string): string {
  return rule.replace(/(?<!\w)oldSelf(?!\w)/g, 'optional.none()');
}

function messageOf({ messageExpression }: CelRule, self: unknown): string | undefined {
  const message = messageExpression === undefined ? undefined : compileRule(messageExpression);
  try {
    const text = message?.({ self });
    return typeof text === 'string' ? text : undefined;
  } catch {
    return undefined;
  }
}

function placeOf({ fieldPath }: CelRule, path: FieldPath | undefined): FieldPath {
  const root = path ?? FieldPath.of('<nil>');
  if (fieldPath === undefined) return root;
  const names = [...fieldPath.matchAll(/\.([^.[]+)|\['([^']+)'\]/g)].map((match) => match[1] ?? match[2] ?? '');
  return (
    names.reduce<FieldPath | undefined>((at, name) => (at === undefined ? FieldPath.of(name) : at.child(name)), path) ??
    root
  );
}
