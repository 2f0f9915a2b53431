import { nearest } from './wording';

/**
 * Whether a name is another one with a slip of the fingers, rather than that of a sibling: `shop-tsl` is `shop-tls`, but `app-1` is not `app-2`
 * and `issuer-dev` not `issuer-prod`.
 */
export function isMisspelling(name: string, meant: string): boolean {
  if (digitsOf(name) !== digitsOf(meant)) return false;
  const words = name.split(/[-._]/);
  const others = meant.split(/[-._]/);
  if (words.length !== others.length) return words.join('') === others.join('');
  return words.every((word, index) => {
    const other = others[index] ?? '';
    return word === other || (Math.min(word.length, other.length) >= 3 && nearest(word, [other]) === other);
  });
}

function digitsOf(text: string): string {
  return text.replace(/\D+/g, ' ').trim();
}
