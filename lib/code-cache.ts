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

/** Code is kept for one text: its checksum stands in front, and 8 bytes long, since V8 copies what is not aligned. */
const markLength = 8;

/**
 * Runs a bundle by the code that is kept for it.
 *
 * @param file the path of the bundle, which is written in ASCII
 * @returns whether it was run. False where no code is kept for this text, this processor and this version of V8, and in a sandbox with globals of
 *   its own, such as jest's, out of which it would lead: then the bundle is to be required.
 */
export function runKept(file: string, module: BundleModule, require: NodeJS.Require): boolean {
  if (runInThisContext('globalThis') !== globalThis) return false;
  const kept = readIfThere(keptCodeOf(file));
  const bundle = readFileSync(file);
  if (kept?.subarray(0, markLength).equals(markOf(bundle)) !== true) return false;
  run(compile(file, bundle, kept.subarray(markLength)), file, module, require);
  return true;
}

/**
 * Runs a bundle, and keeps what V8 has compiled of it.
 *
 * @returns keeps the code of all functions that were called until then
 */
export function runAndKeep(file: string, module: BundleModule, require: NodeJS.Require): () => void {
  const bundle = readFileSync(file);
  const script = compile(file, bundle);
  run(script, file, module, require);
  return () => {
    writeFileSync(keptCodeOf(file), Buffer.concat([markOf(bundle), script.createCachedData()]));
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

function markOf(bundle: Buffer): Buffer {
  const mark = Buffer.alloc(markLength);
  mark.writeUInt32LE(crc32(bundle));
  return mark;
}

function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}
