import type { IConstruct } from 'constructs';
import { parseIp } from '../../kubernetes/addresses';
import { dns1123SubdomainProblems, wildcardDns1123SubdomainProblems } from '../../kubernetes/names';
import { nearest, quoteList } from '../../kubernetes/wording';
import { ConstructError } from '../construct-error';
import type { ExposureContext } from './exposure-context';
import type { PathType } from './ingress';

/** @throws ConstructError where the host is no DNS name in lower case, or a wildcard not of the form `*.example.com`. */
export function checkHost(scope: IConstruct, ingress: string, host: string): void {
  if (host === '') {
    throw new ConstructError(
      scope,
      `Ingress '${ingress}' has an empty host. Name the host, or leave it out of a rule to take every host of the class.`,
    );
  }
  const isAddress = parseIp(host) !== undefined;
  const problems = host.includes('*') ? wildcardDns1123SubdomainProblems(host) : dns1123SubdomainProblems(host);
  const problem = isAddress ? 'an address is no host name' : problems[0];
  if (problem === undefined) return;
  throw new ConstructError(
    scope,
    `Ingress '${ingress}' has the host '${host}', which is no DNS name: ${problem}. Give a name such as shop.example.com or *.example.com, without scheme, port or path.`,
  );
}

/** @throws ConstructError where a path is not what its type allows, or holds what could end up as configuration of a controller. */
export function checkPath(scope: IConstruct, ingress: string, path: string, pathType: PathType): void {
  const problem = pathProblem(path, pathType);
  if (problem !== undefined)
    throw new ConstructError(scope, `Ingress '${ingress}' has the path ${JSON.stringify(path)}: ${problem}`);
}

function pathProblem(path: string, pathType: PathType): string | undefined {
  if (!path.startsWith('/')) return 'a path begins with a slash.';

  if (/[\s\u0000-\u001f\u007f{};"]/.test(path)) {
    return 'blanks, control characters, braces, quotes and semicolons could end up as configuration of a controller. Escape them with %.';
  }
  if (pathType === 'ImplementationSpecific') return undefined;
  const refused =
    ['//', '/./', '/../', '%2f', '%2F'].find((part) => path.includes(part)) ??
    ['/..', '/.'].find((end) => path.endsWith(end));
  return refused === undefined ? undefined : `it holds '${refused}', which the API server refuses for ${pathType}.`;
}

/** @throws ConstructError where the target's classes are known, and the one asked for (or a default one) is not among them. */
export function checkIngressClass(
  { scope, target }: ExposureContext,
  ingress: string,
  className: string | undefined,
): void {
  const classes = target.ingressClasses;
  if (classes === undefined) return;
  const names = classes.map(({ name }) => name);
  const known = `The target has: ${quoteList(names)}.`;
  if (className === undefined) {
    if (classes.some((one) => one.default === true)) return;
    throw new ConstructError(
      scope,
      `Ingress '${ingress}' names no class, and the target has no default class, so no controller would take it. ${known} Set className.`,
    );
  }
  if (names.includes(className)) return;
  const suggestion = nearest(className, names);
  throw new ConstructError(
    scope,
    `Ingress '${ingress}' names the class '${className}', which the target does not have. ${known}` +
      (suggestion === undefined ? '' : ` Did you mean '${suggestion}'?`),
  );
}
