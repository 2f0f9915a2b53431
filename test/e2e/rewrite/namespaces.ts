import type { KubeObject } from '../objects';

/** The test's own namespace for each of a set. */
export type NamespaceMap = ReadonlyMap<string, string>;

/** Whether objects of a kind live in a namespace; undefined for kinds that the cluster does not have. */
export type IsNamespaced = (object: KubeObject) => boolean | undefined;

const longest = 63;

/** `e2e-shop` where the set has one namespace, else `e2e-shop-front` and `e2e-shop-back`. */
export function namespaceMap(set: string, documents: readonly KubeObject[], isNamespaced: IsNamespaced): NamespaceMap {
  const names = new Set<string>();
  for (const document of documents) {
    if (document.kind === 'Namespace') names.add(document.metadata.name);
    else if (isNamespaced(document) !== false) names.add(document.metadata.namespace ?? 'default');
  }
  const own = (name: string): string => (names.size === 1 ? `e2e-${set}` : `e2e-${set}-${name}`);
  return new Map([...names].map((name) => [name, own(name).slice(0, longest).replace(/-+$/, '')]));
}

/** The same documents in other namespaces, with everything in them that names a namespace. */
export function moveToNamespaces(
  documents: readonly KubeObject[],
  namespaces: NamespaceMap,
  isNamespaced: IsNamespaced,
): readonly KubeObject[] {
  return documents.map((document) => {
    const { metadata, ...body } = document;
    const moved = { ...(replaceIn(metadata, namespaces) as KubeObject['metadata']) };
    if (document.kind === 'Namespace') moved.name = namespaces.get(metadata.name) ?? metadata.name;
    else if (isNamespaced(document) !== false) {
      const namespace = metadata.namespace ?? 'default';
      moved.namespace = namespaces.get(namespace) ?? namespace;
    }
    return { ...(replaceIn(body, namespaces) as object), metadata: moved } as KubeObject;
  });
}

/**
 * A namespace is named by fields called `namespace` (RBAC subjects, webhooks, route references), by the label that the API server gives
 * to each namespace, and inside of texts.
 */
function replaceIn(value: unknown, namespaces: NamespaceMap): unknown {
  if (typeof value === 'string') return replaceInText(value, namespaces);
  if (Array.isArray(value)) return value.map((entry) => replaceIn(entry, namespaces));
  if (typeof value !== 'object' || value === null) return value;
  const entry = value as Readonly<Record<string, unknown>>;
  const names = entry['key'] === 'kubernetes.io/metadata.name' ? ['values'] : [];
  return Object.fromEntries(
    Object.entries(entry).map(([key, child]) => {
      if (['namespace', 'kubernetes.io/metadata.name'].includes(key)) return [key, renamed(child, namespaces)];
      if (names.includes(key) && Array.isArray(child)) return [key, child.map((name) => renamed(name, namespaces))];
      return [key, replaceIn(child, namespaces)];
    }),
  );
}

function renamed(value: unknown, namespaces: NamespaceMap): unknown {
  return typeof value === 'string' ? (namespaces.get(value) ?? value) : value;
}

/** `web.shop.svc`, `shop/tls-secret`, and `shop-strip@kubernetescrd` of Traefik. */
function replaceInText(text: string, namespaces: NamespaceMap): string {
  return text
    .replace(/\.([a-z0-9-]+)\.svc(?![a-z0-9-])/g, (all, name: string) => {
      const own = namespaces.get(name);
      return own === undefined ? all : `.${own}.svc`;
    })
    .replace(
      /(^|[\s,=])([a-z0-9-]+)(\/[a-z0-9.-]+)(?=$|[\s,:])/g,
      (all, before: string, name: string, rest: string) => {
        const own = namespaces.get(name);
        return own === undefined ? all : `${before}${own}${rest}`;
      },
    )
    .replace(/(^|[\s,])([a-z0-9-]+)(?=@kubernetescrd)/g, (all, before: string, full: string) => {
      const name = [...namespaces.keys()].find((one) => full.startsWith(`${one}-`));
      return name === undefined ? all : `${before}${namespaces.get(name) ?? name}${full.slice(name.length)}`;
    });
}
