import { addressCandidates } from './addresses';
import type { Candidates } from './candidate';
import { enumCandidates } from './enums';
import { nameCandidates } from './names';
import { numberCandidates } from './numbers';
import { textCandidates } from './texts';

export { knownKeys } from './annotations';
export { keys } from './names';
export { anyInteger, quantities, resourceNames } from './numbers';
export { anyText } from './texts';

const texts: readonly Candidates[] = [...enumCandidates, ...addressCandidates, ...textCandidates, ...nameCandidates];

/** What to try for a text at that path. */
export function textCandidatesAt(path: string): Candidates | undefined {
  return texts.find(({ field }) => field.test(path));
}

/** What to try for a whole number, a port or a percentage at that path. */
export function numberCandidatesAt(path: string): Candidates | undefined {
  return numberCandidates.find(({ field }) => field.test(path));
}
