import type { Route, RouteObject, RoutePath } from '../dialect';
import type { HeaderChanges } from '../ingress-options';
import { IngressDraft, ingressOf } from '../ingress-draft';

export const prefix = 'appgw.ingress.kubernetes.io/';

type HeaderAction =
  | { readonly actionType: 'set'; readonly headerName: string; readonly headerValue: string }
  | { readonly actionType: 'delete'; readonly headerName: string };

/**
 * An Ingress for an Azure Application Gateway. Headers are changed by a rule set of the controller's own kind.
 *
 * https://azure.github.io/application-gateway-kubernetes-ingress/annotations/ and .../features/rewrite-rule-set-custom-resource/
 */
export class ApplicationGatewayDraft extends IngressDraft {
  private readonly route: Route;
  private readonly requestHeaders: HeaderAction[] = [];
  private readonly responseHeaders: HeaderAction[] = [];

  constructor(route: Route) {
    super();
    this.route = route;
  }

  changeHeaders(option: string, { setRequest, removeRequest, setResponse, removeResponse }: HeaderChanges): void {
    // https://learn.microsoft.com/azure/application-gateway/rewrite-http-headers-url: braces stand for server variables.
    const values = [...Object.values(setRequest ?? {}), ...Object.values(setResponse ?? {})];
    const variable = values.find((value) => /[{}]/.test(value));
    if (variable !== undefined)
      this.refuse(
        `${option} has ${JSON.stringify(variable)}: Application Gateway reads braces as variables, leave them out`,
      );
    this.requestHeaders.push(...actions(setRequest, removeRequest));
    this.responseHeaders.push(...actions(setResponse, removeResponse));
  }

  objects(): readonly RouteObject[] {
    const { route } = this;
    const rules = route.rules.map((rule) => ({ ...rule, paths: ordered(rule.paths).flatMap(byElements) }));
    const beside = this.rewrites();
    return [...beside, ingressOf({ ...route, rules }, this.annotations)];
  }

  private rewrites(): readonly RouteObject[] {
    const { requestHeaders, responseHeaders, route } = this;
    if (requestHeaders.length + responseHeaders.length === 0) return [];
    this.annotate(`${prefix}rewrite-rule-set-custom-resource`, route.name);
    const rule = {
      name: 'headers',
      ruleSequence: 100,
      actions: {
        requestHeaderConfigurations: requestHeaders.length > 0 ? requestHeaders : undefined,
        responseHeaderConfigurations: responseHeaders.length > 0 ? responseHeaders : undefined,
      },
    };
    const apiVersion = 'appgw.ingress.azure.io/v1beta1';
    return [{ apiVersion, kind: 'AzureApplicationGatewayRewrite', name: route.name, spec: { rewriteRules: [rule] } }];
  }
}

function actions(set: HeaderChanges['setRequest'] = {}, remove: readonly string[] = []): readonly HeaderAction[] {
  return [
    ...Object.entries(set).map(
      ([headerName, headerValue]) => ({ actionType: 'set', headerName, headerValue }) as const,
    ),
    ...remove.map((headerName) => ({ actionType: 'delete', headerName }) as const),
  ];
}

/** The first path that fits is taken (https://learn.microsoft.com/azure/application-gateway/url-route-overview), so that the closest comes first. */
function ordered(paths: readonly RoutePath[]): readonly RoutePath[] {
  const rank = ({ pathType }: RoutePath): number => (pathType === 'Exact' ? 0 : 1);
  return [...paths].sort((a, b) => rank(a) - rank(b) || b.path.length - a.path.length);
}

/** `preparePathFromPathType` of pkg/appgw/requestroutingrules.go makes /one* of the Prefix /one, which takes /onetwo too. */
function byElements(path: RoutePath, _index: number, all: readonly RoutePath[]): readonly RoutePath[] {
  const bare = path.path.replace(/\/$/, '');
  if (path.pathType !== 'Prefix' || bare === '') return [path];
  const below: RoutePath = { ...path, path: `${bare}/*`, pathType: 'ImplementationSpecific' };
  const led = all.some((other) => other.pathType === 'Exact' && other.path === bare);
  return led ? [below] : [{ ...path, path: bare, pathType: 'Exact' }, below];
}
