import { imageNameOf, publisherOf } from '../kubernetes/images';
import { controllers } from './index';
import type { Advisory, Controller } from './controller';

/**
 * The controller that an image is of: by the repository in which the project publishes it, or by the last parts of the name, under which mirrors
 * keep it.
 */
export const controllerOfImage = publisherOf(Object.values<Controller>(controllers));

/** The tag of an image; undefined where it has none. */
export function tagOf(image: string): string | undefined {
  return imageNameOf(image).tag || undefined;
}

/**
 * What is known to be wrong with a release: what was fixed in a later one of its line, or in a later line, or never.
 *
 * @param tag `v3.7.13`, `1.15.1-chainguard`, with or without a digest; nothing is known of a tag that tells no release
 */
export function advisoriesOf({ advisories }: Pick<Controller, 'advisories'>, tag: string): readonly Advisory[] {
  const version = versionOf(tag);
  return version === undefined ? [] : advisories.filter(({ fixedIn }) => !isFixed(version, fixedIn));
}

/** Major, minor and patch release. */
type Version = readonly [number, number, number];

function versionOf(tag: string): Version | undefined {
  const [, major, minor, patch] = /^v?(\d+)\.(\d+)\.(\d+)(?:[-+@].*)?$/.exec(tag) ?? [];
  return patch === undefined ? undefined : [Number(major), Number(minor), Number(patch)];
}

/**
 * Each line of releases got its fix in a release of its own: one at or above that of its line has it, and so has every line after the newest
 * that needed one. A line in between that got none was given up.
 */
function isFixed(version: Version, fixedIn: readonly string[]): boolean {
  const fixes = fixedIn.flatMap((text) => {
    const fix = versionOf(text);
    return fix === undefined ? [] : [fix];
  });
  const own = fixes.find(([major, minor]) => major === version[0] && minor === version[1]);
  if (own !== undefined) return version[2] >= own[2];
  return fixes.length > 0 && fixes.every((fix) => isBefore(fix, version));
}

function isBefore(a: Version, b: Version): boolean {
  const difference = a.map((number, i) => number - (b[i] ?? 0)).find((one) => one !== 0) ?? 0;
  return difference < 0;
}
