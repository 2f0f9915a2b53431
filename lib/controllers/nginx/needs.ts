import type { ControllerNeed } from '../dialect';

/** What the controller itself must be told, by the names under which the installation knows it. */
export const needs = {
  crds: { id: 'custom-resources', setting: 'its CRDs (k8s.nginx.org), and no flag -enable-custom-resources=false' },
  passthrough: { id: 'tls-passthrough', setting: 'the flag -enable-tls-passthrough' },
  emptyHost: { id: 'empty-host', setting: 'the flag -allow-empty-ingress-host' },
  http2: { id: 'http2', setting: 'the key http2: "true" of its ConfigMap' },
} as const satisfies Readonly<Record<string, ControllerNeed>>;
