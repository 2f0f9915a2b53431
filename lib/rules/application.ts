import type { Labels } from '../kubernetes/label-selectors';

/** Labels that name an application, by which two pods are told to belong to different ones. */
const nameKeys = ['app.kubernetes.io/name', 'app.kubernetes.io/instance', 'app', 'k8s-app', 'name'] as const;

/** Labels that name a part of an application. */
const partKeys = ['app.kubernetes.io/component', 'component', 'tier', 'role'] as const;

/** Ends of names that tell versions of one application apart: `web-canary`, `web-blue`, `web-v2`. */
const variant =
  /[-.](?:canary|stable|preview|active|baseline|primary|secondary|replica|blue|green|red|old|new|next|current|a|b|v?[0-9][0-9.-]*)$/;

/** A label in which two pods differ. */
export interface Difference {
  readonly key: string;
  readonly values: readonly [string, string];
}

/** The label by which two sets of labels belong to different applications; undefined where nothing says so. */
export function applicationDifference(one: Labels, other: Labels): Difference | undefined {
  return differenceIn(nameKeys, one, other);
}

/** The label by which two sets of labels belong to different parts of an application. */
export function partDifference(one: Labels, other: Labels): Difference | undefined {
  return differenceIn(partKeys, one, other);
}

function differenceIn(keys: readonly string[], one: Labels, other: Labels): Difference | undefined {
  for (const key of keys) {
    const a = Object.hasOwn(one, key) ? (one[key] ?? '') : '';
    const b = Object.hasOwn(other, key) ? (other[key] ?? '') : '';
    if (a === '' || b === '') continue;
    if (a.replace(variant, '') !== b.replace(variant, '')) return { key, values: [a, b] };
  }
  return undefined;
}
