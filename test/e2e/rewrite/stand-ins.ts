import type { KubeObject, Labels, PodSpec, Service } from '../objects';
import { isService, keyOf, podTemplateOf, runningContainers, selects } from '../objects';
import type { EchoImage, EchoPort } from './echo-image';
import { echoContainer } from './echo-image';

/** Written into every key that somebody reads. */
const filler = 'e2e';

/** ConfigMaps, Secrets and ServiceAccounts that pods of the set need and somebody else would deploy. */
export function missingObjects(documents: readonly KubeObject[]): readonly KubeObject[] {
  const needed = new Map<string, Needed>();
  for (const document of documents) {
    const pod = podTemplateOf(document)?.spec;
    if (pod === undefined) continue;
    for (const one of neededBy(pod)) {
      const key = `${one.kind} ${document.metadata.namespace ?? ''}/${one.name}`;
      const keys = [...(needed.get(key)?.keys ?? []), ...one.keys];
      needed.set(key, { ...one, namespace: document.metadata.namespace, keys });
    }
  }
  const present = new Set(documents.map((document) => `${document.kind} ${keyOf(document)}`));
  return [...needed.values()]
    .filter((one) => !present.has(`${one.kind} ${one.namespace ?? ''}/${one.name}`))
    .map(standIn);
}

interface Needed {
  readonly kind: 'ConfigMap' | 'Secret' | 'ServiceAccount';
  readonly name: string;
  readonly keys: readonly string[];
  readonly namespace?: string | undefined;
}

function neededBy(pod: PodSpec): readonly Needed[] {
  const found: Needed[] = [];
  const add = (kind: Needed['kind'], name: string | undefined, keys: readonly string[] = []): void => {
    if (name !== undefined) found.push({ kind, name, keys });
  };
  for (const { env = [], envFrom = [] } of runningContainers(pod)) {
    for (const { valueFrom = {} } of env) {
      const { secretKeyRef, configMapKeyRef } = valueFrom;
      if (secretKeyRef?.optional !== true) add('Secret', secretKeyRef?.name, keysOf(secretKeyRef));
      if (configMapKeyRef?.optional !== true) add('ConfigMap', configMapKeyRef?.name, keysOf(configMapKeyRef));
    }
    for (const { secretRef, configMapRef } of envFrom) {
      if (secretRef?.optional !== true) add('Secret', secretRef?.name);
      if (configMapRef?.optional !== true) add('ConfigMap', configMapRef?.name);
    }
  }
  for (const { secret, configMap } of pod.volumes ?? []) {
    if (secret?.optional !== true)
      add(
        'Secret',
        secret?.secretName,
        secret?.items?.map(({ key }) => key),
      );
    if (configMap?.optional !== true)
      add(
        'ConfigMap',
        configMap?.name,
        configMap?.items?.map(({ key }) => key),
      );
  }
  if (pod.serviceAccountName !== 'default') add('ServiceAccount', pod.serviceAccountName);
  return found;
}

function keysOf(reference: { readonly key: string } | undefined): readonly string[] {
  return reference === undefined ? [] : [reference.key];
}

function standIn({ kind, name, namespace, keys }: Needed): KubeObject {
  const data = Object.fromEntries(keys.map((key) => [key, filler]));
  const content = kind === 'ServiceAccount' ? {} : kind === 'Secret' ? { stringData: data } : { data };
  return { apiVersion: 'v1', kind, metadata: { name, namespace }, ...content };
}

/** Pods for Services whose pods somebody else would deploy. */
export function missingPods(documents: readonly KubeObject[], echo: EchoImage): readonly KubeObject[] {
  const lonely = documents.filter(isService).filter(({ metadata, spec }) => {
    if (spec.selector === undefined || Object.keys(spec.selector).length === 0) return false;
    return !documents.some(
      (document) =>
        document.metadata.namespace === metadata.namespace &&
        selects(spec.selector, podTemplateOf(document)?.metadata?.labels),
    );
  });
  return lonely.map(({ metadata, spec }) => {
    const ports = (spec.ports ?? []).filter(({ protocol }) => protocol !== 'SCTP');
    const declared = ports.map(({ port, targetPort = port, protocol = 'TCP' }) =>
      typeof targetPort === 'number' ? { number: targetPort, protocol } : { number: port, protocol, name: targetPort },
    );
    return echoDeployment(`e2e-${metadata.name}`, metadata.namespace, spec.selector ?? {}, declared, echo);
  });
}

/** On the pods of a host outside, with the name of the Service that leads there. */
export const outsideLabel = 'exposed-app-e2e/outside';

/** What an ExternalName leads to: an echo server in a namespace beside those of the set. */
export interface OutsideHost {
  readonly service: Service;
  readonly namespace: string;
  readonly ports: readonly number[];
}

/** The host outside as objects, and the name that leads there. */
export function outsideHost({ service, namespace, ports }: OutsideHost, echo: EchoImage): readonly KubeObject[] {
  const { name } = service.metadata;
  const labels = { [outsideLabel]: name };
  const listening = ports.map((number) => ({ number, protocol: 'TCP' }));
  return [
    echoDeployment(name, namespace, labels, listening, echo),
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name, namespace },
      spec: { selector: labels, ports: ports.map((port) => ({ name: `port-${port}`, port })) },
    } as KubeObject,
  ];
}

function echoDeployment(
  name: string,
  namespace: string | undefined,
  labels: Labels,
  ports: readonly (EchoPort & { readonly name?: string })[],
  echo: EchoImage,
): KubeObject {
  const container = {
    name: 'echo',
    ...echoContainer(echo, 'echo', ports),
    ports: ports.map(({ number, protocol, name: portName }) => ({ containerPort: number, protocol, name: portName })),
    securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
  };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace },
    spec: {
      selector: { matchLabels: labels },
      template: { metadata: { labels }, spec: { ...restrictedPod, containers: [container] } },
    },
  } as KubeObject;
}

/** Any Pod Security level admits it, and its user may bind low ports. */
export const restrictedPod = {
  automountServiceAccountToken: false,
  terminationGracePeriodSeconds: 1,
  securityContext: {
    runAsNonRoot: true,
    runAsUser: 65_532,
    seccompProfile: { type: 'RuntimeDefault' },
    sysctls: [{ name: 'net.ipv4.ip_unprivileged_port_start', value: '0' }],
  },
};
