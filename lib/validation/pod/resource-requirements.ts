import type { FieldPath } from '../../findings/field-path';
import type { ResourceRequirements } from '../../kubernetes/api';
import type { Quantity } from '../../kubernetes/quantities';
import {
  compareQuantities,
  isMultipleOf,
  isWholeNumber,
  parseQuantity,
  quantitySign,
  roundUpToMilli,
  zeroQuantity,
} from '../../kubernetes/quantities';
import { canonicalText } from '../../kubernetes/quantity-text';
import type { FieldErrors } from '../field-errors';
import { isCounted, isHugePages, isOvercommitAllowed } from './resource-names';

export const resourceRules = {
  'resources/name': 'A resource is a standard one (cpu, memory, ephemeral-storage, hugepages-<size>) or has a domain.',
  'resources/quantity': 'The amount of a resource is not negative, and whole where it is counted.',
  'resources/request-limit': 'A request is at most the limit; huge pages and extended resources have both, and equal.',
  'resources/huge-pages': 'Huge pages are whole pages, and need cpu or memory besides.',
} as const;

/** Amounts by the name of the resource. */
export type ResourceList = Map<string, Quantity>;

export interface ResourceAmounts {
  readonly limits: ResourceList;
  readonly requests: ResourceList;
}

/** Reports what is wrong with the name of a resource. */
export type ResourceNameCheck = (name: string, path: FieldPath, errors: FieldErrors) => void;

/** The amounts of `limits` or `requests` as they are written; null is zero. */
export function resourceList(list: ResourceRequirements['limits']): ResourceList {
  const amounts: ResourceList = new Map();
  if (!list) return amounts;
  for (const name of Object.keys(list)) {
    const quantity = parseQuantity(list[name] ?? '0');
    amounts.set(name, quantity ?? zeroQuantity);
  }
  return amounts;
}

/** The server rounds amounts before it validates them (SetDefaults_ResourceList). */
export function roundUpAll(amounts: ResourceAmounts): ResourceAmounts {
  roundUpList(amounts.limits);
  roundUpList(amounts.requests);
  return amounts;
}

function roundUpList(list: ResourceList): void {
  for (const [name, quantity] of list) list.set(name, roundUpToMilli(quantity));
}

/** validateResourceRequirements without the claims. */
export function validateResourceAmounts(
  amounts: ResourceAmounts,
  checkName: ResourceNameCheck,
  path: FieldPath,
  errors: FieldErrors,
): void {
  const { limits, requests } = amounts;
  const limitsPath = path.child('limits');
  const requestsPath = path.child('requests');
  for (const [name, quantity] of limits) validateAmount(name, quantity, checkName, limitsPath.key(name), errors);
  for (const [name, quantity] of requests) {
    validateAmount(name, quantity, checkName, requestsPath.key(name), errors);
    const limit = limits.get(name);
    if (limit !== undefined) validateRequest(name, quantity, limit, requestsPath, errors);
    else if (!isOvercommitAllowed(name)) {
      errors.required('resources/request-limit', limitsPath, `${name} needs a limit, equal to its request`);
    }
  }
  validateHugePagesCompany(amounts, path, errors);
}

function validateAmount(
  name: string,
  quantity: Quantity,
  checkName: ResourceNameCheck,
  path: FieldPath,
  errors: FieldErrors,
): void {
  checkName(name, path, errors);
  if (quantitySign(quantity) < 0) {
    errors.invalid('resources/quantity', path, canonicalText(quantity), 'must not be negative');
  }
  if (isCounted(name) && !isWholeNumber(quantity)) {
    errors.invalid('resources/quantity', path, canonicalText(quantity), 'must be a whole number');
  }
  if (isHugePages(name) && !isWholePages(name, quantity)) {
    errors.invalid('resources/huge-pages', path, canonicalText(quantity), 'must be a multiple of the size of a page');
  }
}

/** The server reports a request that does not fit its limit on the whole list. */
function validateRequest(name: string, request: Quantity, limit: Quantity, path: FieldPath, errors: FieldErrors): void {
  const order = compareQuantities(request, limit);
  const isAllowed = isOvercommitAllowed(name) ? order <= 0 : order === 0;
  if (isAllowed) return;
  const relation = isOvercommitAllowed(name) ? 'at most' : 'equal to';
  const detail = `the request for ${name} must be ${relation} its limit, ${canonicalText(limit)}`;
  errors.invalid('resources/request-limit', path, canonicalText(request), detail);
}

function validateHugePagesCompany(amounts: ResourceAmounts, path: FieldPath, errors: FieldErrors): void {
  const { limits, requests } = amounts;
  const hasCompute = limits.has('cpu') || limits.has('memory') || requests.has('cpu') || requests.has('memory');
  if (hasCompute) return;
  for (const list of [limits, requests]) {
    for (const name of list.keys()) {
      if (!isHugePages(name)) continue;
      errors.forbidden('resources/huge-pages', path, 'huge pages need cpu or memory besides');
      return;
    }
  }
}

/** IsHugePageResourceValueDivisible */
function isWholePages(name: string, quantity: Quantity): boolean {
  const size = parseQuantity(name.slice('hugepages-'.length));
  return size !== undefined && quantitySign(size) > 0 && isWholeNumber(size) && isMultipleOf(quantity, size);
}
