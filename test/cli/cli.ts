import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Io } from '../../lib/cli/io';
import { run } from '../../lib/cli/run';

/** What a command did. */
export interface Ran {
  readonly code: number;
  readonly output: string;
  readonly error: string;
}

/** Runs a command line in this process. */
export async function exposedApp(
  argv: readonly string[],
  io: Partial<Io> & { readonly input?: string } = {},
): Promise<Ran> {
  let output = '';
  let error = '';
  const code = await run(argv, {
    readInput: () => Promise.resolve(Buffer.from(io.input ?? '')),
    writeOutput: (text) => (output += text),
    writeError: (text) => (error += text),
    environment: {},
    outputIsTerminal: false,
    errorIsTerminal: false,
    today: () => '2026-11-21',
    ...io,
  });
  return { code, output, error };
}

const home = process.cwd();
let folder = '';

/** Gives each test of a file an empty working directory. */
export function inEmptyFolder(): void {
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'exposed-app-cli-')));
    process.chdir(folder);
  });
  afterEach(() => {
    process.chdir(home);
    rmSync(folder, { recursive: true, force: true });
  });
}

/** Writes a file below the working directory. */
export function write(path: string, text: string | Buffer): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** A Service without pods and with a node port out of range, on lines of their own. */
export const badService = `apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  type: NodePort
  selector:
    app: web
  ports:
    - port: 80
      nodePort: 8080
`;

/** Objects that nothing is wrong with. */
export const soundSet = `apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
data:
  a: b
`;
