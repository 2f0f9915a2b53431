import type { Random } from './random';

/** A value near the given one: a number beside it, a text with a fault or at the edge of a length. */
export function perturb(value: unknown, random: Random): unknown {
  if (typeof value === 'number')
    return random.pick([value + 1, value - 1, -value, value * 10, value + 0.5, String(value)]);
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'string') return perturbText(value, random);
  if (Array.isArray(value)) return [...(value as unknown[])].reverse();
  return value;
}

const texts: readonly ((text: string, random: Random) => string)[] = [
  (text) => text.toUpperCase(),
  (text) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`,
  (text, random) => `${random.pick(['-', '.', '/', ' ', '_', '0', '*', 'x', '%', '$(A)'])}${text}`,
  (text, random) => `${text}${random.pick(['-', '.', '/', ' ', '_', '0', '/x', '=', '\n'])}`,
  (text, random) => insert(text, random.pick(['_', '..', '--', '/', ' ', '.', 'é', ':', '@', '\\', ',']), random),
  (text) => text.slice(1),
  (text) => text.slice(0, -1),
  (text) => text + text,
  (text, random) => (text === '' ? 'a' : text).repeat(254).slice(0, random.pick([15, 16, 52, 53, 63, 64, 253, 254])),
];

function perturbText(text: string, random: Random): string {
  return random.pick(texts)(text, random);
}

function insert(text: string, part: string, random: Random): string {
  const at = random.below(text.length + 1);
  return text.slice(0, at) + part + text.slice(at);
}
