import type { ControllerNeed } from '../dialect';

/** What Traefik itself must be told, by the names under which the installation knows it. */
export const needs = {
  crds: { id: 'crd-provider', setting: "Traefik's CRDs, and the flag --providers.kubernetescrd=true" },
  strictPrefix: {
    id: 'strict-prefix',
    setting: 'the flag --providers.kubernetesingress.strictprefixmatching=true, or /one takes requests for /onetwo too',
  },
  entryPoints: {
    id: 'entry-points',
    setting: 'entry points of the names web (plain HTTP) and websecure (TLS), as its Helm chart has them',
  },
  externalNames: {
    id: 'external-name-services',
    setting:
      'the flags --providers.kubernetesingress.allowexternalnameservices=true and, where its CRDs are used, --providers.kubernetescrd.allowexternalnameservices=true',
  },
} as const satisfies Readonly<Record<string, ControllerNeed>>;
