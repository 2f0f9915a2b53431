import { isUtf8 } from 'node:buffer';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ManifestDocument } from './manifest-document';
import { parseManifests } from './parse-manifests';

const manifestFile = /\.(?:ya?ml|json)$/;

/**
 * The documents of files and folders. Of a folder every file that ends in `.yaml`, `.yml` or `.json` is read, also those below, in the order
 * of their names; links in it are not followed, and what tools keep there is left alone: names that begin with a dot, `node_modules`, and our own
 * `exposed-app.yaml`.
 *
 * @throws Error where a file or folder cannot be read
 */
export function readManifests(paths: readonly string[]): ManifestDocument[] {
  return paths.flatMap(manifestFiles).flatMap((file) => parseBytes(readFileSync(file), file));
}

/**
 * The files that a path stands for, as `readManifests` reads them.
 *
 * @throws Error where a file or folder cannot be read
 */
export function manifestFiles(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  const entries = readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    if (isForeign(entry.name)) return [];
    const below = join(path, entry.name);
    if (entry.isDirectory()) return manifestFiles(below);
    return entry.isFile() && manifestFile.test(entry.name) ? [below] : [];
  });
}

/** Of tools and not of the set: `.git`, `.github`, packages, and our own configuration. */
function isForeign(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules' || /^exposed-app(?:-baseline)?\.(?:ya?ml|json)$/.test(name);
}

/**
 * As `parseManifests`, for what was read from a file or a stream: what is no text becomes a document that says so. The bytes are no `Buffer`, so
 * that the declarations can be read without those of Node.
 */
export function parseBytes(bytes: Uint8Array, file?: string): ManifestDocument[] {
  if (isUtf8(bytes)) {
    const { buffer, byteOffset, byteLength } = bytes;
    return parseManifests(Buffer.from(buffer, byteOffset, byteLength).toString('utf8'), file);
  }
  const message = 'this is no text in UTF-8, which manifests are written in';
  const origin = file === undefined ? {} : { file };
  return [{ manifest: undefined, ...origin, line: 1, unreadable: [{ message, line: 1, column: 1 }] }];
}
