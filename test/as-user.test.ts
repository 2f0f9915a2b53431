import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CompilerOptions } from 'typescript';
import { codeBlocks } from '../scripts/docs/markdown';
import { pages } from '../scripts/docs/pages';
import { programsOf } from '../scripts/docs/programs';
import { plainOptions, root, UserCompiler } from './as-user';

const read = (file: string) => readFileSync(join(root, file), 'utf8');
/** A program of ours, as somebody would write it who has the package and not its sources. */
const withPackage = (file: string): [path: string, text: string] => [
  join(root, file),
  read(file).replace(/from '(?:\.\.\/)+lib'/g, "from 'cdk8s-exposed-app'"),
];

const documented = pages(root).flatMap((page) => {
  const blocks = codeBlocks(read(page));
  return Array.from(programsOf(read(page)), ([index, program]): [string, string] => [
    join(root, `${page}-${blocks[index]?.line ?? 0}.ts`),
    program,
  ]);
});
const examples = readdirSync(join(root, 'examples'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => withPackage(join('examples', file)));

const application = (exposures: string) => `
  import { Chart } from 'cdk8s';
  import { ExposedApp, Exposure } from 'cdk8s-exposed-app';
  export const app = (chart: Chart) =>
    new ExposedApp(chart, 'web', { image: 'web:1', ports: [{ name: 'http', number: 80 }], exposures: [${exposures}] });
`;
const portless = application(`
  Exposure.hostPort(), Exposure.clusterIp(), Exposure.headless(), Exposure.nodePort(), Exposure.loadBalancer(),
  Exposure.externalIps({ ips: ['192.0.2.1'] }), Exposure.ingress({ rules: [{ host: 'a.example.com' }] }),
  Exposure.ingress({ defaultBackend: {} }), Exposure.tcpRoute({ controller: 'traefik', listenPort: 1 }),
  Exposure.udpRoute({ controller: 'traefik', listenPort: 1 }).waive({ rule: 'a/b', reason: '', owner: '', expires: '' }),
`);
const wrongPorts = [
  `Exposure.clusterIp({ ports: [{ port: 'htpp' }] })`,
  `Exposure.ingress({ host: 'a.example.com', port: 'htpp' })`,
  `Exposure.tcpRoute({ controller: 'traefik', listenPort: 5432, port: 'htpp' })`,
].map((exposure, i): [string, string] => [join(root, `wrong-port-${i}.ts`), application(exposure)]);

const programs = new Map([
  ...documented,
  ...examples,
  ...wrongPorts,
  [join(root, 'portless.ts'), portless],
  withPackage('test/constructs/illegal-programs.ts'),
]);
const compiler = new UserCompiler();

describe.each<[string, CompilerOptions]>([
  ['plain strict options', plainOptions],
  // The declarations of cdk8s-plus do not compile so.
  ['exact optional properties', { ...plainOptions, exactOptionalPropertyTypes: true, skipLibCheck: true }],
])('with %s', (_, options) => {
  let problems: readonly string[] = [];
  beforeAll(() => {
    problems = compiler.problems(programs, options);
  });

  test('what is documented compiles, what is illegal does not, and declarations are sound by themselves', () => {
    expect(problems.filter((problem) => !problem.startsWith('wrong-port')).join('')).toBe('');
  });

  test.each(wrongPorts.map((_program, i) => i))('a port name that is wrong is what the compiler tells of (%i)', (i) => {
    const told = problems.filter((problem) => problem.startsWith(`wrong-port-${i}`)).join('');
    expect(told).toContain(`'"htpp"' is not assignable to type '"http"'`);
    expect(told).not.toContain('ExternalName');
  });
});
