import type { IConstruct } from 'constructs';
import { dns1123SubdomainProblems } from '../../kubernetes/names';
import { parseIp } from '../../kubernetes/addresses';
import { ConstructError } from '../construct-error';
import type { WrittenObject } from '../written-object';

export interface ExternalNameProps {
  /** The host that the name leads to, in lower case: `my.database.example.com`. */
  readonly host: string;
  /** The name of the Service, and so the alias. @default - the application's name */
  readonly name?: string;
  /** Annotations of the Service. @default - the application's */
  readonly annotations?: Readonly<Record<string, string>>;
}

/**
 * A Service of type ExternalName: the cluster's DNS answers its name with a CNAME. It leads from inside out, proxies nothing, and keeps the
 * alias as the name in HTTP's Host header and in TLS.
 */
export interface ExternalNameExposure extends ExternalNameProps {
  readonly mode: 'externalName';
}

export function externalNameService(exposure: ExternalNameProps, scope: IConstruct): WrittenObject {
  checkHost(scope, exposure.host);
  return {
    metadata: { annotations: exposure.annotations },
    spec: { type: 'ExternalName', externalName: exposure.host },
  };
}

function checkHost(scope: IConstruct, host: string): void {
  if (parseIp(host) !== undefined) {
    throw new ConstructError(
      scope,
      `Exposure.externalName has the host '${host}', which is an address: DNS would be asked for a name of that spelling. Use a Service without a selector and an EndpointSlice for an address.`,
    );
  }
  const [problem] = dns1123SubdomainProblems(host.replace(/\.$/, ''));
  if (problem !== undefined) {
    throw new ConstructError(
      scope,
      `Exposure.externalName has the host '${host}', which is no DNS name: ${problem}. Give a name alone, without scheme, port or path.`,
    );
  }
}
