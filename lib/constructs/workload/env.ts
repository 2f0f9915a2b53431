/** Where the value of an environment variable comes from, in Kubernetes' own shape. `EnvValue` of cdk8s-plus has it too. */
export interface EnvSource {
  readonly value?: unknown;
  readonly valueFrom?: unknown;
}

/** The value of an environment variable: a text, or a source made by {@link Env} or by cdk8s-plus' `EnvValue`. */
export type EnvValue = string | EnvSource;

/** Something that is known by its name: the name itself, or an object of cdk8s-plus that carries one. */
export type Named = string | { readonly name: string };

/** All keys of a ConfigMap or Secret as environment variables. */
export interface EnvFrom {
  /** @default - taken from a Secret */
  readonly configMap?: Named;
  /** @default - taken from a ConfigMap */
  readonly secret?: Named;
  /** Put before each name. @default - nothing */
  readonly prefix?: string;
  /** Whether the pod starts where the object is missing. @default false */
  readonly optional?: boolean;
}

/** Values of environment variables that are not known when manifests are written. */
export const Env = {
  /** The value under `key` of a Secret in the pod's namespace. */
  secret: (secret: Named, key: string, options: { readonly optional?: boolean } = {}): EnvSource => ({
    valueFrom: { secretKeyRef: { name: nameOf(secret), key, ...options } },
  }),
  /** The value under `key` of a ConfigMap in the pod's namespace. */
  configMap: (configMap: Named, key: string, options: { readonly optional?: boolean } = {}): EnvSource => ({
    valueFrom: { configMapKeyRef: { name: nameOf(configMap), key, ...options } },
  }),
  /** A field of the pod: `metadata.name`, `status.podIP`, `status.hostIP`, `spec.nodeName`, `metadata.labels['app']`, ... */
  field: (fieldPath: string): EnvSource => ({ valueFrom: { fieldRef: { fieldPath } } }),
  /** A resource of a container: `limits.memory`, `requests.cpu`, ... */
  resource: (
    resource: string,
    options: { readonly container?: string; readonly divisor?: string } = {},
  ): EnvSource => ({
    valueFrom: {
      resourceFieldRef: { resource, containerName: options.container, divisor: options.divisor },
    },
  }),
} as const;

export function nameOf(named: Named): string {
  return typeof named === 'string' ? named : named.name;
}

/** The `env` list of a container, in the order given: later values may use earlier ones by `$(NAME)`. */
export function envList(env: Readonly<Record<string, EnvValue>> | undefined): readonly object[] | undefined {
  if (env === undefined) return undefined;
  return Object.entries(env).map(([name, value]) =>
    typeof value === 'string' ? { name, value } : { name, value: value.value, valueFrom: value.valueFrom },
  );
}

export function envFromList(sources: readonly EnvFrom[] | undefined): readonly object[] | undefined {
  return sources?.map(({ configMap, secret, prefix, optional }) => ({
    prefix,
    configMapRef: configMap === undefined ? undefined : { name: nameOf(configMap), optional },
    secretRef: secret === undefined ? undefined : { name: nameOf(secret), optional },
  }));
}
