import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as typescript from 'typescript';
import { codeBlocks } from '../../scripts/docs/markdown';
import { programsOf } from '../../scripts/docs/programs';

const root = resolve(__dirname, '../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const page = read('docs/tutorial.md');
const blocks = codeBlocks(page);
const manifest = JSON.parse(read('package.json')) as {
  readonly name: string;
  readonly version: string;
  readonly engines: { readonly node: string };
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta: Readonly<Record<string, { readonly optional?: boolean }>>;
};

/** The packages of each `npm install` of the page. */
const installs = [...page.matchAll(/npm install((?: [\w@/-]+)+)/g)].map(([, names = '']) => names.trim().split(' '));
const [wanted = [], [flag, ...tools] = [], ...later] = installs;

test('what is installed first is the library and all that it needs beside it', () => {
  const peers = Object.keys(manifest.peerDependencies).filter((name) => !manifest.peerDependenciesMeta[name]?.optional);
  expect([...wanted].sort()).toEqual([manifest.name, ...peers].sort());
});

test('the tools are those that this repository is built with', () => {
  expect(flag).toBe('--save-dev');
  expect(tools.filter((name) => !(name in manifest.devDependencies))).toEqual([]);
  expect(tools).toHaveLength(4);
});

test('programs import what is installed', () => {
  const imported = [...programsOf(page).values()].flatMap((program) =>
    [...program.matchAll(/ from '([^']+)'/g)].map(([, name = '']) => name),
  );
  const installed = [...wanted, ...later.flat()];
  expect([...new Set(imported)].filter((name) => !installed.includes(name))).toEqual([]);
  expect(later).toContainEqual(['cdk8s-plus-27']);
});

test('Node and the tarball have the versions of the package', () => {
  expect(page).toContain(`with Node ${manifest.engines.node.replace('>=', '')} or newer`);
  expect(page).toContain(`\`${manifest.name}-${manifest.version}.tgz\``);
});

test('cdk8s.yaml is the one that this repository runs by', () => {
  expect(blocks.find(({ language }) => language === 'yaml')?.text).toBe(read('cdk8s.yaml'));
});

test('TypeScript knows all that tsconfig.json says', () => {
  const tsconfig = JSON.parse(blocks.find(({ language }) => language === 'json')?.text ?? '') as {
    readonly compilerOptions: object;
    readonly include: readonly string[];
  };
  expect(tsconfig.include).toEqual(['main.ts']);
  expect(typescript.convertCompilerOptionsFromJson(tsconfig.compilerOptions, root).errors).toEqual([]);
});
