import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

interface RunOptions {
  readonly input?: string;
  readonly seconds?: number;
}

/** A process that runs beside the test until it is ended. */
export interface Background {
  /** The port of this machine that it listens on. */
  readonly port: number;
  readonly end: () => void;
}

/** `kubectl` for one context. */
export class Kubectl {
  private readonly common: readonly string[];

  constructor(context: string, kubeconfig: string | undefined) {
    this.common = ['--context', context, ...(kubeconfig === undefined ? [] : ['--kubeconfig', kubeconfig])];
  }

  /** Runs to the end, whatever that is. */
  run(args: readonly string[], { input = '', seconds = 60 }: RunOptions = {}): Promise<Outcome> {
    return runProcess('kubectl', [...this.common, ...args], { input, seconds });
  }

  /** @throws Error with what kubectl says where it does not succeed. */
  async must(args: readonly string[], options?: RunOptions): Promise<string> {
    const { code, stdout, stderr } = await this.run(args, options);
    if (code !== 0) throw new Error(`kubectl ${args.slice(0, 4).join(' ')}: ${(stderr || stdout).trim()}`);
    return stdout;
  }

  async list<T>(args: readonly string[]): Promise<readonly T[]> {
    return (JSON.parse(await this.must(['get', ...args, '-o', 'json'])) as { readonly items: readonly T[] }).items;
  }

  /** Starts `port-forward` or `proxy` on a free port and waits until it listens. */
  async background(args: readonly string[]): Promise<Background> {
    const child = spawn('kubectl', [...this.common, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    const end = (): void => {
      child.kill();
    };
    try {
      return { port: await listening(child), end };
    } catch (error) {
      end();
      throw error;
    }
  }
}

/** Runs a program to its end; a program that is not there is code 127, one that takes too long 124. */
export function runProcess(
  program: string,
  args: readonly string[],
  { input = '', seconds = 60 }: RunOptions = {},
): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'pipe'] });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    const timer = setTimeout(() => {
      err.push(Buffer.from(`no end after ${seconds} seconds`));
      child.kill('SIGKILL');
    }, seconds * 1000);
    const done = (code: number): void => {
      clearTimeout(timer);
      resolve({ code, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() });
    };
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', (error) => {
      err.push(Buffer.from(error.message));
      done(127);
    });
    child.on('close', (code) => {
      done(code ?? 124);
    });
    // A program that ends before it has read everything says so by its exit code.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}

/** `Forwarding from 127.0.0.1:34567 -> 8080`, `Starting to serve on 127.0.0.1:34567`. */
function listening(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    const said: string[] = [];
    const timer = setTimeout(() => {
      reject(new Error(`kubectl does not listen: ${said.join(' ')}`));
    }, 15_000);
    const hear = (line: string): void => {
      said.push(line);
      const [, port] = /127\.0\.0\.1:(\d+)/.exec(line) ?? [];
      if (port === undefined || !/Forwarding|serve/.test(line)) return;
      clearTimeout(timer);
      resolve(Number(port));
    };
    for (const stream of [child.stdout, child.stderr]) {
      if (stream !== null) createInterface({ input: stream }).on('line', hear);
    }
    child.on('close', () => {
      clearTimeout(timer);
      reject(new Error(said.join(' ') || 'kubectl ended'));
    });
  });
}
