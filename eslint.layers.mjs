import { dirname, join, relative, resolve, sep } from 'node:path';

/** What those who ask for a check may import: all but constructs. */
const checks = [
  ...[
    'kubernetes',
    'controllers',
    'target',
    'findings',
    'manifests',
    'validation',
    'graph',
    'rules',
    'policy',
    'check',
  ],
  'reporters',
];

/**
 * The layers of lib/: what each may import, beside itself. Data flows from props to manifests and from manifests to findings; constructs
 * and checks never see each other.
 */
const mayImport = {
  kubernetes: [],
  controllers: ['kubernetes'],
  target: ['kubernetes', 'controllers'],
  findings: ['kubernetes', 'controllers', 'target'],
  manifests: ['kubernetes', 'controllers', 'target', 'findings'],
  validation: ['kubernetes', 'controllers', 'target', 'findings', 'manifests'],
  graph: ['kubernetes', 'controllers', 'target', 'findings', 'manifests'],
  rules: ['kubernetes', 'controllers', 'target', 'findings', 'manifests', 'validation', 'graph'],
  policy: ['kubernetes', 'controllers', 'target', 'findings', 'manifests', 'validation', 'graph', 'rules', 'schemas'],
  check: ['kubernetes', 'controllers', 'target', 'findings', 'manifests', 'validation', 'graph', 'rules', 'policy'],
  reporters: ['kubernetes', 'controllers', 'target', 'findings'],
  constructs: ['kubernetes', 'controllers', 'target', 'findings'],
  cli: checks,
  plugin: [...checks, 'cli'],
  jest: checks,
  'code-cache': [],
  'checked-app': ['target', 'findings', 'manifests', 'policy', 'check', 'constructs'],
};

const reasons = {
  kubernetes: 'lib/kubernetes holds facts and imports nothing of ours',
  constructs: 'constructs turn props into objects; the gate in checked-app.ts checks them',
  manifests: 'documents are read and printed without knowing who checks them',
  validation: 'validation answers for the API server alone and sees no other document',
};

/** Reports an import that goes against the layers. */
export const layers = {
  meta: { type: 'problem', schema: [], messages: { against: '{{from}} may not import {{to}}: {{reason}}.' } },
  create(context) {
    const lib = resolve(import.meta.dirname, 'lib');
    const layerOf = (file) => {
      const path = relative(lib, file);
      if (dirname(path) === join('..', 'schemas')) return 'schemas';
      return path.startsWith('..') ? undefined : path.split(sep)[0].replace(/\.ts$/, '');
    };
    const from = layerOf(context.filename);
    const allowed = mayImport[from];
    if (allowed === undefined) return {};
    const check = (node) => {
      const source = node.source?.value;
      if (typeof source !== 'string' || !source.startsWith('.')) return;
      const to = layerOf(resolve(dirname(context.filename), source));
      if (to === from || allowed.includes(to)) return;
      const reason = reasons[from] ?? `it reads ${allowed.join(', ')} only`;
      context.report({ node, messageId: 'against', data: { from, to: to ?? source, reason } });
    };
    return { ImportDeclaration: check, ExportNamedDeclaration: check, ExportAllDeclaration: check };
  },
};
