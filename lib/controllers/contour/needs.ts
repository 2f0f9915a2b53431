import type { ControllerNeed } from '../dialect';

/** What Contour itself must be told, by the names under which the installation knows it. */
export const needs = {
  externalNames: { id: 'external-name-services', setting: 'enableExternalNameService: true in its contour.yaml' },
} as const satisfies Readonly<Record<string, ControllerNeed>>;

const ownHostPrefix = 'own-host-';

/** Contour leaves out every HTTPProxy of a host that two of them claim. */
export function ownHost(host: string): ControllerNeed {
  return { id: `${ownHostPrefix}${host}`, setting: `no other HTTPProxy for the host ${host}: it leaves out both` };
}

/** The host that a route wants for its HTTPProxy alone; undefined for another need. */
export function hostOf({ id }: ControllerNeed): string | undefined {
  return id.startsWith(ownHostPrefix) ? id.slice(ownHostPrefix.length) : undefined;
}
