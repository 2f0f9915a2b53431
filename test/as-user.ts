import { readFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import * as typescript from 'typescript';

export const root = resolve(__dirname, '..');
const packageName = 'cdk8s-exposed-app';
const built = join(root, 'build') + sep;

/** The options of a project of somebody else: the least that `tsc --init` gives, no types of Node or jest, declarations checked too. */
export const plainOptions: typescript.CompilerOptions = {
  strict: true,
  skipLibCheck: false,
  types: [],
  target: typescript.ScriptTarget.ES2022,
  module: typescript.ModuleKind.NodeNext,
  moduleResolution: typescript.ModuleResolutionKind.NodeNext,
  noEmit: true,
};

/**
 * What the compiler says of programs that use the library as it is packed: by the declarations that the build writes, and nothing else.
 *
 * @param programs texts by the paths that they would have
 */
export class UserCompiler {
  private readonly library = typescript.createProgram([join(root, 'lib/index.ts')], {
    ...ownOptions(),
    noEmit: false,
    declaration: true,
    outDir: built,
  });
  private readonly declarations = new Map<string, string | undefined>();
  /** Read once for all programs, since most of the time goes into it. */
  private readonly parsed = new Map<string, typescript.SourceFile | undefined>();

  problems(programs: ReadonlyMap<string, string>, options: typescript.CompilerOptions): readonly string[] {
    const paths = { [packageName]: [`${built}lib/index.d.ts`] };
    const host = this.hostOf(programs, { ...options, paths });
    const program = typescript.createProgram([...programs.keys()], { ...options, paths }, host);
    return typescript
      .getPreEmitDiagnostics(program)
      .map((problem) => typescript.formatDiagnostic(problem, { ...host, getCurrentDirectory: () => root }));
  }

  private hostOf(programs: ReadonlyMap<string, string>, options: typescript.CompilerOptions): typescript.CompilerHost {
    const host = typescript.createCompilerHost(options);
    const onDisk = { read: host.readFile.bind(host), exists: host.fileExists.bind(host) };
    const parse = host.getSourceFile.bind(host);
    host.readFile = (file) => programs.get(file) ?? this.declaration(file) ?? onDisk.read(file);
    host.fileExists = (file) => programs.has(file) || this.declaration(file) !== undefined || onDisk.exists(file);
    // Folders of files that are not on disk are there, too.
    host.directoryExists = () => true;
    host.getSourceFile = (file, ...how) => {
      if (programs.has(file)) return parse(file, ...how);
      if (!this.parsed.has(file)) this.parsed.set(file, parse(file, ...how));
      return this.parsed.get(file);
    };
    return host;
  }

  private declaration(file: string): string | undefined {
    if (!file.startsWith(built) || !file.endsWith('.d.ts')) return undefined;
    if (!this.declarations.has(file)) this.declarations.set(file, this.emitted(file));
    return this.declarations.get(file);
  }

  private emitted(file: string): string | undefined {
    const source = this.library.getSourceFile(join(root, file.slice(built.length).replace(/\.d\.ts$/, '.ts')));
    let text: string | undefined;
    if (source !== undefined) this.library.emit(source, (_, written) => (text = written), undefined, true);
    return text;
  }
}

function ownOptions(): typescript.CompilerOptions {
  const { config } = typescript.readConfigFile(join(root, 'tsconfig.json'), (path) => readFileSync(path, 'utf8')) as {
    config: { compilerOptions: object };
  };
  return typescript.convertCompilerOptionsFromJson(config.compilerOptions, root).options;
}
