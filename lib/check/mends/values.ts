import { nearest } from '../../kubernetes/wording';
import type { Edit } from '../../rules/rule';
import { valueOf, type Mend } from './mend';

/** The same value in another type: `"80"` for a number, `true` for a text, one thing for a list of one. */
export const otherType: Mend = ({ field, manifest }) => {
  const value = valueOf(manifest, field);
  if (typeof value === 'boolean' || typeof value === 'number') return [[{ quote: field }]];
  return sameInOtherTypes(value).map((other) => [{ set: field, value: other }]);
};

function sameInOtherTypes(value: unknown): unknown[] {
  // "010" may be meant as 8 or as 10.
  if (typeof value === 'string' && /^-?(?:0|[1-9]\d*)$/.test(value)) return [Number(value)];
  if (value === 'true' || value === 'false') return [value === 'true'];
  if (Array.isArray(value)) return value.length === 1 ? [value[0]] : [];
  return typeof value === 'object' && value !== null ? [[value]] : [];
}

/** Of a closed list, the value that is written like it: `local` is `Local`. */
export const supportedValue: Mend = ({ field, message, manifest }) => {
  const value = valueOf(manifest, field);
  const list = /: supported values: (.+)$/.exec(message)?.[1] ?? '';
  const supported = Array.from(list.matchAll(/"((?:[^"\\]|\\.)*)"/g), ([, one = '']) => one);
  if (typeof value !== 'string') return [];
  const near = nearest(
    value.toLowerCase(),
    supported.map((one) => one.toLowerCase()),
  );
  const meant = supported.find((one) => one.toLowerCase() === near);
  return meant === undefined ? [] : [[{ set: field, value: meant }]];
};

/** What the message says to use instead: another version, or the kind in its right spelling. */
export const servedKind: Mend = ({ message }) => {
  const use = /: use (\S+)$/.exec(message)?.[1];
  const kind = /: was '(.+)' meant\?$/.exec(message)?.[1];
  const edits: Edit[] = [
    ...(use === undefined ? [] : [{ set: 'apiVersion', value: use }]),
    ...(kind === undefined ? [] : [{ set: 'kind', value: kind }]),
  ];
  return edits.length === 0 ? [] : [edits];
};

/** Of a workload without a selector, the labels of its own pods. */
export const workloadSelector: Mend = ({ field, manifest }) => {
  const labels = valueOf(manifest, 'spec.template.metadata.labels');
  const hasSelector = valueOf(manifest, 'spec.selector') !== undefined;
  if (field !== 'spec.selector' || hasSelector || typeof labels !== 'object') return [];
  return [[{ set: 'spec.selector.matchLabels', value: labels }]];
};
