import type { ControllerNeed } from '../dialect';

/** What ingress-nginx itself must be told, by the names under which the installation knows it. */
export const needs = {
  passthrough: { id: 'ssl-passthrough', setting: 'the flag --enable-ssl-passthrough' },
  highRisk: {
    id: 'annotations-risk-high',
    setting: 'no lower annotations-risk-level in its ConfigMap than High',
  },
  externalNames: { id: 'external-name-services', setting: 'no flag --disable-svc-external-name' },
} as const satisfies Readonly<Record<string, ControllerNeed>>;

/** An entry of its ConfigMap, which holds for all routes. */
export function configNeed(key: string, value: string): ControllerNeed {
  return { id: `config-${key}`, setting: `the key ${key}: "${value}" in its ConfigMap`, entry: { key, value } };
}

const allowedHeaders = 'global-allowed-response-headers';

/** Leave to set a header of answers. */
export function responseHeaderNeed(header: string): ControllerNeed {
  return {
    id: `response-header-${header}`,
    setting: `${header} in the list ${allowedHeaders} of its ConfigMap, in that spelling`,
    entry: { key: allowedHeaders, value: header },
  };
}

/**
 * The choice of requests for a canary is kept with the Service that takes them, so that several routes to one Service share it.
 *
 * @param where `namespace/service:port`
 */
export function canaryNeed(where: string, choice: Readonly<Record<string, string>>): ControllerNeed {
  const told = Object.entries(choice).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  return { id: `canary-${where}`, setting: `no canary that leads to ${where} by anything but ${told.join(', ')}` };
}
