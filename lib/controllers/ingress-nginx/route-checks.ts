import { checkServicesOnly } from '../checks/route-checks';
import type { Route, RoutePath } from '../dialect';
import { plainPath, regexPath, suspectPath } from './alphabets';
import type { IngressNginxDraft } from './draft';

/** What ingress-nginx would leave out in silence, whatever the options. */
export function checkRoute(route: Route, draft: IngressNginxDraft): void {
  checkServicesOnly(route, draft, 'ingress-nginx');
  const paths = route.rules.flatMap((rule) => rule.paths);
  const problem = paths.map(pathProblem).find((one) => one !== undefined);
  if (problem !== undefined) draft.refuse(problem);
  if (paths.some(isRegex)) draft.set('use-regex', true);
}

/** What the path of a rewritten route must be like: literal, since it becomes the beginning of a pattern. */
export function checkRewrite({ rules, defaultBackend }: Route, draft: IngressNginxDraft, option: string): void {
  const paths = rules.flatMap((rule) => rule.paths);
  if (paths.length === 0) draft.refuse(`${option} needs a rule to hold for: give a host`);
  if (defaultBackend !== undefined)
    draft.refuse(
      `${option} would change the paths of requests for the default backend, too: make an exposure of its own for the default backend`,
    );
  const specific = paths.find(({ pathType }) => pathType === 'ImplementationSpecific');
  if (specific !== undefined)
    draft.refuse(
      `${option} makes a pattern of the path '${specific.path}', which is ImplementationSpecific: use Prefix or Exact`,
    );
}

/** Whether a path is read as a regular expression. */
export function isRegex({ path, pathType }: RoutePath): boolean {
  return pathType === 'ImplementationSpecific' && !plainPath.test(path);
}

function pathProblem({ path, pathType }: RoutePath): string | undefined {
  if (suspectPath.test(path))
    return `ingress-nginx takes the path '${path}' for an attack, and leaves its Ingress out: take another path`;
  if (pathType !== 'ImplementationSpecific') {
    if (plainPath.test(path)) return undefined;
    return `ingress-nginx leaves out an Ingress with the path '${path}' of type ${pathType}: use letters, digits, '/', '.', '_' and '-' alone`;
  }
  if (!regexPath.test(path))
    return `the path '${path}' is a regular expression for ingress-nginx: use letters, digits and -._~:/^$[]()*+?|&= alone, and [.] for a dot`;
  return isRegularExpression(path)
    ? undefined
    : `the path '${path}' is no regular expression, which ingress-nginx would take it for`;
}

function isRegularExpression(path: string): boolean {
  try {
    return new RegExp(path).source !== '';
  } catch {
    return false;
  }
}
