import type { CheckSummary, ObjectRef, Place, WaiverNote } from '../findings/finding';

/** Control characters, and those that turn the direction of a text: a manifest must not write on somebody's terminal. */
const hidden = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|\p{Surrogate}/gu;

/** A text on one line, with everything in it to be seen. */
export function visible(text: string): string {
  return text
    .replace(/\s*[\r\n]+\s*/g, ' ')
    .replace(hidden, (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** `Service 'shop/web'`; what has neither kind nor name is a document. */
export function objectName({ kind, namespace, name }: ObjectRef): string {
  if (kind === '' && name === '') return 'document';
  const path = [namespace, name].filter((part) => part !== undefined && part !== '').join('/');
  return [kind, path === '' ? '' : `'${path}'`].filter((part) => part !== '').join(' ');
}

/** `Service 'shop/web', spec.ports[0].nodePort`. */
export function fieldName({ object, field }: Pick<Place, 'object' | 'field'>): string {
  return field === '' ? objectName(object) : `${objectName(object)}, ${field}`;
}

/** `dist/shop.k8s.yaml:42:17`, as editors and terminals link it; the construct where there is no file. */
export function placeName({ file, line, column, construct }: Omit<Place, 'object' | 'field'>): string {
  if (file === undefined) return construct ?? 'document';
  return [file, line, column].filter((part) => part !== undefined).join(':');
}

/** `waived until 2027-03-31 by team-shop: moving to the new load balancer (SHOP-12)`. */
export function waiverText({ owner, reason, expires, ticket }: WaiverNote): string {
  return `waived until ${expires} by ${owner}: ${reason}${ticket === undefined ? '' : ` (${ticket})`}`;
}

/** `12 documents held against Kubernetes 1.37: 2 errors, 1 warning, 0 notes, 1 waived, 3 unchecked`. */
export function summaryText(summary: CheckSummary, kubernetes: string): string {
  const { documents, errors, warnings, notes, waived, unchecked } = summary;
  const counts = [
    counted(errors, 'error'),
    counted(warnings, 'warning'),
    counted(notes, 'note'),
    ...(waived > 0 ? [`${waived} waived`] : []),
    ...(unchecked > 0 ? [`${unchecked} unchecked`] : []),
  ];
  return `${counted(documents, 'document')} held against Kubernetes ${kubernetes}: ${counts.join(', ')}`;
}

/** `1 error`, `2 errors`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** Things by a key, in the order in which each key comes first. */
export function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): ReadonlyMap<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
