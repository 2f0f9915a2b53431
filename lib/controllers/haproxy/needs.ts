import type { ControllerNeed } from '../dialect';

/** What HAProxy itself must be told, by the names under which the installation knows it. */
export const needs = {
  redirectPort: {
    id: 'redirect-port',
    setting: 'the key ssl-redirect-port: "443" of its ConfigMap, or redirects to HTTPS lead to port 8443',
  },
  externalNames: {
    id: 'external-name-services',
    setting: 'no flag --disable-service-external-name',
  },
} as const satisfies Readonly<Record<string, ControllerNeed>>;
