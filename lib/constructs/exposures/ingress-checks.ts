import type { IConstruct } from 'constructs';
import { parseIp } from '../../kubernetes/addresses';
import { dns1123SubdomainProblems, wildcardDns1123SubdomainProblems } from '../../kubernetes/names';
import { ConstructError } from '../construct-error';
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
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  if (/[\s\u0000-\u001f\u007f{};"]/.test(path)) {
    return 'blanks, control characters, braces, quotes and semicolons could end up as configuration of a controller. Escape them with %.';
  }
  if (pathType === 'ImplementationSpecific') return undefined;
  const refused =
    ['//', '/./', '/../', '%2f', '%2F'].find((part) => path.includes(part)) ??
    ['/..', '/.'].find((end) => path.endsWith(end));
  return refused === undefined ? undefined : `it holds '${refused}', which the API server refuses for ${pathType}.`;
}
