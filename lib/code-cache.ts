import { readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { runInThisContext, Script } from 'node:vm';
import { crc32 } from 'node:zlib';

// V8 compiles a function when it is first called, which takes longer than all that our functions do for a small app. What it has made of them
// can be kept beside a bundle, for programs on the same version of V8 (docs/decisions/0008-compiled-code-is-kept.md).

/** The part of a module that a bundle fills. */
interface BundleModule {
  exports: unknown;
}

/** The parameters of every CommonJS module: https://nodejs.org/docs/latest-v20.x/api/modules.html#the-module-wrapper */
const opening = '(function (exports, require, module, __filename, __dirname) { ';
const closing = '\n})';

/** What stands in front of kept code: a checksum of the text that it was made of, and one of the code itself. V8 compares neither. */
const markLength = 8;

/**
 * Runs a bundle by the code that is kept for it. V8 may still compile it anew, as it does where it was given other flags.
 *
 * @param file the path of the bundle, which is written in ASCII
 * @returns whether it was run. False where no sound code is kept for this text, this processor and this version of V8, and in a sandbox with
 *   globals of its own, such as jest's, out of which it would lead: then the bundle is to be required.
 */
export function runKept(file: string, module: BundleModule, require: NodeJS.Require): boolean {
  if (runInThisContext('globalThis') !== globalThis) return false;
  const kept = readIfThere(keptCodeOf(file));
  if (kept === undefined) return false;
  const bundle = readFileSync(file);
  const code = kept.subarray(markLength);
  if (!kept.subarray(0, markLength).equals(markOf(bundle, code))) return false;
  run(compile(file, bundle, code), file, module, require);
  return true;
}

/**
 * Runs a bundle, and keeps what V8 has compiled of it.
 *
 * @param name what V8 keeps with the code, and older ones call the bundle in errors wherever it is run: no path of the machine that keeps it
 * @returns keeps the code of all functions that were called until then
 */
export function runAndKeep(file: string, name: string, module: BundleModule, require: NodeJS.Require): () => void {
  const bundle = readFileSync(file);
  const script = compile(name, bundle);
  run(script, file, module, require);
  return () => {
    const code = script.createCachedData();
    writeFileSync(keptCodeOf(file), Buffer.concat([markOf(bundle, code), code]));
  };
}

/** Where the code of a bundle is kept: `index.bundle.x64-11.3.244.8-node.30.code`. */
export function keptCodeOf(file: string): string {
  // Compiled code is of one V8, on one kind of processor.
  const { arch, versions } = process;
  return file.replace(/\.js$/, `.${arch}-${versions.v8}.code`);
}

function compile(filename: string, bundle: Buffer, cachedData?: Buffer): Script {
  const text = opening + bundle.toString('latin1') + closing;
  return new Script(text, { filename, columnOffset: -opening.length, ...(cachedData && { cachedData }) });
}

function run(script: Script, file: string, module: BundleModule, require: NodeJS.Require): void {
  type Wrapper = (
    exports: unknown,
    require: NodeJS.Require,
    module: BundleModule,
    file: string,
    folder: string,
  ) => void;
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
