import { compileRule } from './cel';
import type { StructuralSchema } from './definition';

/** Words of the language that no field can be named by, and `__` and signs that no name may have (cel.Escape of apiserver). */
const reserved =
  /^(?:true|false|null|in|as|break|const|continue|else|for|function|if|import|let|loop|package|namespace|return|var|void|while)$/;
const escapes: Readonly<Record<string, string>> = {
  __: '__underscores__',
  '.': '__dot__',
  '-': '__dash__',
  '/': '__slash__',
};

/** The name of a property in a rule. */
function escaped(name: string): string {
  return reserved.test(name) ? `__${name}__` : name.replace(/__|[./-]/g, (part) => escapes[part] ?? part);
}

/**
 * The value in the types of the language: whole numbers are 64-bit integers there, where the schema says so, and texts of some formats are
 * times, durations or bytes. Properties have names that can be written, and are absent where they are null; keys of maps stay as they are.
 * What the schema says nothing of stays as it is, too (UnstructuredToVal of apiserver).
 */
export function celValue(value: unknown, schema: StructuralSchema | undefined): unknown {
  if (schema === undefined) return value;
  if (typeof value === 'string') return schema.type === 'string' ? celText(value, schema.format) : value;
  if (typeof value === 'number') {
    const whole = schema.type === 'integer' || schema['x-kubernetes-int-or-string'] === true;
    return whole && Number.isInteger(value) ? BigInt(value) : value;
  }
  // Not by its own map: the array of another realm would stay one, which the language library does not know as a list.
  if (Array.isArray(value)) return Array.from(value, (item) => celValue(item, schema.items));
  return typeof value === 'object' && value !== null ? celObject(value, schema) : value;
}

function celObject(value: object, { properties = {}, additionalProperties }: StructuralSchema): object {
  const other = typeof additionalProperties === 'object' ? additionalProperties : undefined;
  const members: [string, unknown][] = [];
  for (const [name, member] of Object.entries(value) as [string, unknown][]) {
    const known = Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (known === undefined) members.push([name, celValue(member, other)]);
    else if (member !== null) members.push([escaped(name), celValue(member, known)]);
  }
  return Object.fromEntries(members);
}

function celText(text: string, format: string | undefined): unknown {
  switch (format) {
    case 'date':
    case 'date-time':
      return new Date(text);
    case 'duration':
      return durationOf(text) ?? text;
    case 'byte':
      return new Uint8Array(Buffer.from(text, 'base64'));
    default:
      return text;
  }
}

/** The language library makes its durations itself; undefined where it cannot read one that the server reads, such as `3 weeks`. */
function durationOf(text: string): unknown {
  try {
    return compileRule('duration(text)')?.({ text });
  } catch {
    return undefined;
  }
}
