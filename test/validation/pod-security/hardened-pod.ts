/** A JSON object of which the tests change parts. */
export type Json = Record<string, unknown>;

/** A pod that meets the restricted level in every release. */
export function hardenedPod(spec: Json = {}, container: Json = {}): Json {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'web' },
    spec: {
      securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
      containers: [hardenedContainer(container)],
      ...spec,
    },
  };
}

export function hardenedContainer(extra: Json = {}): Json {
  return { name: 'web', image: 'registry.example.com/web:1', securityContext: hardenedContext(), ...extra };
}

export function hardenedContext(extra: Json = {}): Json {
  return { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] }, ...extra };
}

/** The security context of a hardened pod, changed. */
export function podContext(extra: Json): Json {
  return { securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' }, ...extra } };
}

/** A container whose security context is changed. */
export function inContext(extra: Json): Json {
  return { securityContext: hardenedContext(extra) };
}
