import type { IConstruct } from 'constructs';
import { ConstructError } from '../../construct-error';
import { checkNamespace, checkObjectName } from '../../names';
import type { Identity } from '../parts/identity';
import type { IngressNginxProps } from './props';

/** `namespace/service` of the default backend. @throws ConstructError where the controller would find none there, and end at once */
export function defaultBackendOf(scope: IConstruct, own: Identity, props: IngressNginxProps): string | undefined {
  const { defaultBackend, watchNamespaces } = props;
  if (defaultBackend === undefined) return undefined;
  const [namespace, name] =
    typeof defaultBackend === 'string' ? parts(scope, defaultBackend) : serviceOf(scope, defaultBackend);
  const readable = watchNamespaces ?? [namespace];
  if (readable.includes(namespace))
    return namespace === own.namespace ? `$(POD_NAMESPACE)/${name}` : `${namespace}/${name}`;
  throw new ConstructError(
    scope,
    `The default backend is in namespace '${namespace}', and the controller watches ${readable.join(', ')} alone. Move it there, or leave watchNamespaces out.`,
  );
}

function parts(scope: IConstruct, text: string): readonly [string, string] {
  const [namespace = '', name = ''] = text.split('/');
  checkNamespace(scope, namespace);
  checkObjectName(scope, 'Service', name);
  return [namespace, name];
}

function serviceOf(
  scope: IConstruct,
  app: Exclude<IngressNginxProps['defaultBackend'], string | undefined>,
): readonly [string, string] {
  const [service] = Object.values(app.services);
  if (service === undefined)
    throw new ConstructError(
      scope,
      `The default backend '${app.name}' has no Service to lead to. Give it Exposure.clusterIp().`,
    );
  const { namespace } = service.metadata;
  if (namespace === undefined)
    throw new ConstructError(
      scope,
      `The default backend '${app.name}' is in a namespace that is not known. Set the namespace of the application or the chart.`,
    );
  return [namespace, service.name];
}
