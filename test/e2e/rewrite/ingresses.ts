import type { ClusterFacts } from '../cluster/facts';
import type { Ingress, KubeObject } from '../objects';
import { isIngress } from '../objects';
import { withoutAddresses } from './services';

/** How old Ingresses name their class. */
const classAnnotation = 'kubernetes.io/ingress.class';

export type IngressClasses = Pick<ClusterFacts, 'ingressClasses' | 'defaultIngressClass'>;

/** A certificate that the test makes, since the one of the documents is elsewhere. */
export interface TlsSecret {
  readonly namespace: string;
  readonly name: string;
  readonly hosts: readonly string[];
}

/** Ingresses of a class that a controller of this cluster serves. */
export function replaceClasses(
  documents: readonly KubeObject[],
  told: string | undefined,
  classes: IngressClasses,
): readonly KubeObject[] {
  return documents.map((document) => {
    if (!isIngress(document)) return document;
    const { metadata, spec } = document;
    const annotations = withoutAddresses(metadata.annotations) ?? {};
    const { [classAnnotation]: old, ...others } = annotations;
    const ingressClassName = chooseClass(spec.ingressClassName ?? old, told, classes);
    return {
      ...document,
      metadata: { ...metadata, annotations: others },
      spec: { ...spec, ingressClassName },
    } as KubeObject;
  });
}

function chooseClass(
  own: string | undefined,
  told: string | undefined,
  { ingressClasses, defaultIngressClass }: IngressClasses,
): string | undefined {
  if (told !== undefined) return told;
  if (own !== undefined && ingressClasses.includes(own)) return own;
  return defaultIngressClass ?? (ingressClasses.length === 1 ? ingressClasses[0] : own);
}

/** The Secrets that Ingresses take certificates from and that the set does not hold, with the names that each must be good for. */
export function missingCertificates(documents: readonly KubeObject[]): readonly TlsSecret[] {
  const present = new Set(documents.filter(({ kind }) => kind === 'Secret').map(secretKey));
  const found = new Map<string, TlsSecret>();
  for (const ingress of documents.filter(isIngress)) {
    const { namespace = '' } = ingress.metadata;
    for (const { secretName, hosts = hostsOf(ingress) } of ingress.spec.tls ?? []) {
      if (secretName === undefined || secretName === '') continue;
      const key = `${namespace}/${secretName}`;
      if (present.has(key)) continue;
      const all = new Set([...(found.get(key)?.hosts ?? []), ...hosts]);
      found.set(key, { namespace, name: secretName, hosts: [...all] });
    }
  }
  return [...found.values()];
}

function secretKey({ metadata }: KubeObject): string {
  return `${metadata.namespace ?? ''}/${metadata.name}`;
}

function hostsOf({ spec }: Ingress): readonly string[] {
  return (spec.rules ?? []).flatMap(({ host }) => host ?? []);
}
