import type { FieldPath } from '../../findings/field-path';
import type { WindowsSecurityContextOptions } from '../../kubernetes/api';
import { dns1123SubdomainProblems, isLongerThan } from '../../kubernetes/names';
import type { FieldErrors } from '../field-errors';
import { isGiven } from './given';

export const windowsOptionRules = {
  'windows/gmsa': 'Credentials of a Windows container have the name of an object, or a text of at most 64 KiB.',
  'windows/user': 'A Windows user is `USER` or `DOMAIN\\USER`.',
} as const;

const longestSpec = 64 * 1024;
const longestDomain = 255;
const longestUser = 104;

const controlCharacter = /[\u0000-\u001f\u007f]/;
const netBiosName = /^[^\\/:*?"<>|.][^\\/:*?"<>|]{0,14}$/u;
const domainName =
  /^[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$/;
const dotsAndSpaces = /^[. ]+$/;
const forbiddenInUser = /["/\\:;|=,+*?<>@[\]]/;

/** validateWindowsSecurityContextOptions */
export function validateWindowsOptions(
  options: WindowsSecurityContextOptions,
  path: FieldPath,
  errors: FieldErrors,
): void {
  const { gmsaCredentialSpecName: name, gmsaCredentialSpec: spec, runAsUserName: user } = options;
  if (isGiven(name)) {
    errors.invalidForEach('windows/gmsa', path.child('gmsaCredentialSpecName'), name, dns1123SubdomainProblems(name));
  }
  if (isGiven(spec) && (spec === '' || isLongerThan(spec, longestSpec))) {
    errors.invalid('windows/gmsa', path.child('gmsaCredentialSpec'), spec, 'must have between 1 byte and 64 KiB');
  }
  if (!isGiven(user)) return;
  errors.invalidForEach('windows/user', path.child('runAsUserName'), user, userProblems(user));
}

function userProblems(name: string): readonly string[] {
  if (name === '') return ['must not be empty'];
  if (controlCharacter.test(name)) return ['must not contain control characters'];
  const parts = name.split('\\');
  if (parts.length > 2) return ["must not contain more than one '\\'"];
  const [first = '', second] = parts;
  if (second === undefined) return userPartProblems(first);
  return [...domainProblems(first), ...userPartProblems(second)];
}

function domainProblems(domain: string): readonly string[] {
  if (isLongerThan(domain, longestDomain)) return [`the domain must have at most ${longestDomain} bytes`];
  if (netBiosName.test(domain) || domainName.test(domain)) return [];
  return ['the domain must be a NetBIOS name of at most 15 characters or a DNS name'];
}

function userPartProblems(user: string): readonly string[] {
  if (user === '' || isLongerThan(user, longestUser)) return [`the user must have between 1 and ${longestUser} bytes`];
  if (dotsAndSpaces.test(user)) return ['the user must not consist of dots and spaces alone'];
  return forbiddenInUser.test(user) ? ['the user must not contain any of " / \\ : ; | = , + * ? < > @ [ ]'] : [];
}
