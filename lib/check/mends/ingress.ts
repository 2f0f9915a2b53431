import type { Edit } from '../../rules/rule';
import { childOf, splitField, valueOf, type Mend } from './mend';

/** What no path says that is meant as it stands. */
const regularExpression = /[()[\]{}^$|\\+?]|\.\*/;

/** `Prefix` is what nearly every path means; `/bar/*` is a prefix written as for a file, and `*` is no sign in a path. */
export const pathType: Mend = ({ field, manifest }) => {
  const { holder } = splitField(field);
  const path = valueOf(manifest, childOf(holder, 'path'));
  const text = typeof path === 'string' ? path : '';
  if (regularExpression.test(text)) return [[{ set: field, value: 'ImplementationSpecific' }]];
  const meant = text.replace(/\/?\*$/, '') || '/';
  const edits: Edit[] = meant === path ? [] : [{ set: childOf(holder, 'path'), value: meant }];
  return [[{ set: field, value: 'Prefix' }, ...edits]];
};

/** A path begins with a slash, and has one between its parts. */
export const path: Mend = ({ field, manifest }) => {
  const value = valueOf(manifest, field);
  const text = typeof value === 'string' ? value : '';
  const clean = `/${text}`.replace(/\/{2,}/g, '/').replace(/\/\.(?=\/|$)/g, '');
  return [[{ set: field, value: clean }]];
};

/** A host is the name alone, without scheme, port and path, in lower case. */
export const host: Mend = ({ field, manifest }) => {
  const value = valueOf(manifest, field);
  if (typeof value !== 'string') return [];
  const name = value
    .trim()
    .toLowerCase()
    .replace(/^[a-z][a-z0-9+.-]*:\/\//, '')
    .replace(/[/?#].*$/, '')
    .replace(/:\d*$/, '')
    .replace(/\.$/, '');
  return [[{ set: field, value: name }]];
};
