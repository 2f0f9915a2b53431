import { readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { runInThisContext, Script } from 'node:vm';
import { crc32 } from 'node:zlib';

// V8 compiles a function when it is first called, which takes longer than all that our functions do for a small app. What it has made of them
// can be kept beside a bundle, for programs on the same version of V8 (docs/decisions/0008-compiled-code-is-kept.md).

/** The module of an entry, which its bundle fills. */
interface EntryModule {
  exports: unknown;
  /** The path of the entry. Node tells it, and bundlers do not. */
  readonly filename?: string;
}

/** The parameters of every CommonJS module: https://nodejs.org/docs/latest-v20.x/api/modules.html#the-module-wrapper */
const opening = '(function (exports, require, module, __filename, __dirname) { ';
const closing = '\n})';

/** What stands in front of kept code: a checksum of the text that it was made of, and one of the code itself. V8 compares neither. */
const markLength = 8;

/**
 * Runs the bundle of an entry by the code that is kept for it. V8 may still compile it anew, as it does where it was given other flags.
 *
 * @param module of the entry, `index.js`, beside which its bundle stands
 * @returns false, with nothing run, where no sound code is kept for this bundle, this system and this version of V8, where a bundler has joined the
 *   entry with others, and in a sandbox with globals of its own, such as jest's, out of which it would lead. Require the bundle then.
 */
export function runKept(module: EntryModule, require: NodeJS.Require): boolean {
  if (module.filename === undefined || runInThisContext('globalThis') !== globalThis) return false;
  const file = bundleOf(module.filename);
  const kept = soundCode(file);
  if (kept === undefined) return false;
  run(compile(file, kept.bundle, kept.code), file, module, require);
  return true;
}

/**
 * Runs the bundle of an entry, and keeps what V8 has compiled of it.
 *
 * @param name what V8 keeps with the code, and older ones call the bundle in errors wherever it is run: no path of the machine that keeps it
 * @returns keeps the code of all functions that were called until then
 */
export function runAndKeep(name: string, module: Required<EntryModule>, require: NodeJS.Require): () => void {
  const file = bundleOf(module.filename);
  const bundle = readFileSync(file);
  const script = compile(name, bundle);
  run(script, file, module, require);
  return () => {
    const code = script.createCachedData();
    writeFileSync(keptCodeOf(file), Buffer.concat([markOf(bundle, code), code]));
  };
}

/** Whether the V8 of this process takes the code that is kept for a bundle. */
export function takesKeptCode(file: string): boolean {
  const kept = soundCode(file);
  return kept !== undefined && compile(file, kept.bundle, kept.code).cachedDataRejected === false;
}

/** The bundle that an entry stands for: `index.bundle.js` beside `index.js`. */
export function bundleOf(entry: string): string {
  return entry.replace(/\.js$/, '.bundle.js');
}

/** Where the code of a bundle is kept: `index.bundle.linux-x64-11.3.244.8-node.30.code`. */
export function keptCodeOf(file: string): string {
  const { platform, arch, versions } = process;
  return file.replace(/\.js$/, `.${platform}-${arch}-${versions.v8}.code`);
}

/** A bundle and the code that is kept for it, undamaged. */
function soundCode(file: string): { readonly bundle: Buffer; readonly code: Buffer } | undefined {
  const kept = readIfThere(keptCodeOf(file));
  const bundle = readIfThere(file);
  if (kept === undefined || bundle === undefined) return undefined;
  const code = kept.subarray(markLength);
  return kept.subarray(0, markLength).equals(markOf(bundle, code)) ? { bundle, code } : undefined;
}

function compile(filename: string, bundle: Buffer, cachedData?: Buffer): Script {
  const text = opening + bundle.toString('latin1') + closing;
  return new Script(text, { filename, columnOffset: -opening.length, ...(cachedData && { cachedData }) });
}

function run(script: Script, file: string, module: EntryModule, require: NodeJS.Require): void {
  type Wrapper = (exports: unknown, require: NodeJS.Require, module: EntryModule, file: string, folder: string) => void;
  const wrapper = script.runInThisContext() as Wrapper;
  wrapper.call(module.exports, module.exports, require, module, file, dirname(file));
}

function markOf(bundle: Buffer, code: Buffer): Buffer {
  const mark = Buffer.alloc(markLength);
  mark.writeUInt32LE(crc32(bundle), 0);
  mark.writeUInt32LE(crc32(code), 4);
  return mark;
}

function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}
