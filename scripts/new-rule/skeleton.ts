/** The file of a rule that is still to be thought of. */
export function ruleSkeleton(id: string): string {
  return `import { defineRule } from '../rule';

export const ${constantOf(id)} = defineRule({
  id: '${id}',
  class: 'broken',
  on: ['Service'],
  summary: 'TODO: one sentence, what holds where the rule finds nothing.',
  why: 'TODO: what happens in the cluster otherwise.',
  fix: 'TODO: the next step.',
  symptoms: ['TODO: what people see, in the words that they ask with'],
  references: [],
  good: [{ manifests: '{apiVersion: v1, kind: Service, metadata: {name: web}, spec: {ports: [{port: 80}]}}' }],
  bad: [
    {
      title: 'TODO: what is wrong, in a few words',
      manifests: '{apiVersion: v1, kind: Service, metadata: {name: web}, spec: {ports: [{port: 80}]}}',
      finds: ['spec.ports[0].port'],
    },
  ],
  *check(service, { graph }) {
    // TODO: the field that is wrong, the value seen, the nearest right one and what is allowed
    if (graph.podsOf(service).length > 0) yield { field: 'spec.ports[0].port', message: 'TODO' };
  },
});
`;
}

/** The rules of a subject with one more. */
export function withRule(index: string, id: string): string {
  return withEntry(index, constantOf(id), `./${fileOf(id)}`, constantOf(id));
}

/** The rules of a subject that has none yet. */
export function newSubject(id: string): string {
  const name = constantOf(id);
  const list = `export const ${listOf(id)}: readonly Rule[] = [${name}];`;
  return `import type { Rule } from '../rule';\nimport { ${name} } from './${fileOf(id)}';\n\n${list}\n`;
}

/** The list of all rules with one more subject. */
export function withSubject(index: string, id: string): string {
  return withEntry(index, listOf(id), `./${subjectOf(id)}`, `...${listOf(id)}`);
}

function withEntry(index: string, name: string, from: string, entry: string): string {
  const imports = Array.from(index.matchAll(/^import .*;$/gm)).at(-1);
  const end = index.lastIndexOf(']');
  if (imports === undefined || end === -1) throw new Error('the list of rules has a form that is not known');
  const afterImports = imports.index + imports[0].length;
  const list = index.slice(afterImports, end).trimEnd().replace(/,$/, '');
  return `${index.slice(0, afterImports)}\nimport { ${name} } from '${from}';${list},\n  ${entry},\n${index.slice(end)}`;
}

/** `service` of `service/port-name`. */
export function subjectOf(id: string): string {
  return id.slice(0, id.indexOf('/'));
}

function fileOf(id: string): string {
  return id.slice(id.indexOf('/') + 1);
}

function listOf(id: string): string {
  return `${constantOf(subjectOf(id))}Rules`;
}

/** `service/port-name` is `servicePortName`. */
function constantOf(id: string): string {
  return id.replace(/[/-]([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
