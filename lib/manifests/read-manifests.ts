import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ManifestDocument } from './manifest-document';
import { parseManifests } from './parse-manifests';

const manifestFile = /\.(?:ya?ml|json)$/;

/**
 * The documents of files and folders. Of a folder every file that ends in `.yaml`, `.yml` or `.json` is read, also those below, in the order
 * of their names; links in it are not followed.
 *
 * @throws Error where a file or folder cannot be read
 */
export function readManifests(paths: readonly string[]): ManifestDocument[] {
  return paths.flatMap(filesOf).flatMap((file) => parseManifests(readFileSync(file, 'utf8'), file));
}

function filesOf(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  const entries = readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const below = join(path, entry.name);
    if (entry.isDirectory()) return filesOf(below);
    return entry.isFile() && manifestFile.test(entry.name) ? [below] : [];
  });
}
