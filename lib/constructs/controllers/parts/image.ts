import type { IConstruct } from 'constructs';
import { ConstructError } from '../../construct-error';

/** @throws ConstructError where the tag of an image tells a release that is older than the installation is made for. */
export function checkImage(
  scope: IConstruct,
  image: string | undefined,
  oldest: readonly [number, number, number],
): void {
  const [, ...numbers] = /:(?:[a-z]+-)?v?(\d+)\.(\d+)\.(\d+)(?:[-@].*)?$/.exec(image ?? '') ?? [];
  if (numbers.length === 0) return;
  const difference = oldest.map((number, i) => Number(numbers[i]) - number).find((one) => one !== 0) ?? 0;
  if (difference >= 0) return;
  throw new ConstructError(
    scope,
    `The image is '${image ?? ''}', and this installation is made for releases from ${oldest.join('.')} on: older ones lack settings that it uses, and security fixes. Take a newer one, or leave image out.`,
  );
}
