import type { ClusterNode } from '../cluster/facts';
import type { Container, KubeObject, PodSpec, Probe, SecurityContext, Service, Volume } from '../objects';
import { isService, podTemplateOf, runningContainers, selects, withPodSpec } from '../objects';
import type { EchoImage, EchoPort } from './echo-image';
import { echoContainer, echoVariables } from './echo-image';

/** Sources of volumes that any cluster has; what the echo server gets in place of the others is empty. */
const everywhere = ['emptyDir', 'configMap', 'secret', 'projected', 'downwardAPI'];
/** A container without a port gets one that nobody asks for: an echo server has to listen on something. */
const unasked = 61_000;
/** A user that is not root, for images whose own user the kubelet cannot know to be another. */
const anyUser = 65_532;

/** Every pod of the set as echo servers. */
export function replacePods(
  documents: readonly KubeObject[],
  echo: EchoImage,
  nodes: readonly ClusterNode[],
): { readonly documents: readonly KubeObject[]; readonly changes: readonly string[] } {
  const services = documents.filter(isService);
  const changes: string[] = [];
  const replaced = documents.map((document) => {
    const template = podTemplateOf(document);
    if (template === undefined) return document;
    const mine = services.filter(
      ({ metadata, spec }) =>
        metadata.namespace === document.metadata.namespace && selects(spec.selector, template.metadata?.labels),
    );
    const fitted = fitToNodes(template.spec, nodes);
    for (const change of fitted.changes) changes.push(`${document.kind} ${document.metadata.name}: ${change}`);
    return withPodSpec(document, echoPod(fitted.spec, undeclaredPorts(mine, template.spec), echo));
  });
  return { documents: replaced, changes };
}

function echoPod(pod: PodSpec, undeclared: readonly EchoPort[], echo: EchoImage): PodSpec {
  const { initContainers = [], containers, volumes = [] } = pod;
  const sidecars = initContainers.filter(({ restartPolicy }) => restartPolicy === 'Always');
  const replace = (container: Container, index: number): Container =>
    replaceContainer(container, index, pod, container === containers[0] ? undeclared : [], echo);
  return {
    ...pod,
    ...(initContainers.length > 0 ? { initContainers: sidecars.map(replace) } : {}),
    containers: containers.map((container, i) => replace(container, i + sidecars.length)),
    ...(volumes.length > 0 ? { volumes: volumes.map(replaceVolume) } : {}),
  };
}

function replaceContainer(
  container: Container,
  index: number,
  pod: PodSpec,
  undeclared: readonly EchoPort[],
  echo: EchoImage,
): Container {
  const ports = [...portsOf(container), ...undeclared];
  const listening = ports.length > 0 ? ports : [{ number: unasked + index, protocol: 'TCP' }];
  const served = echoContainer(echo, container.name, listening);
  const preStop = container.lifecycle?.preStop?.sleep;
  const first = listening.find(({ protocol }) => protocol === 'TCP');
  const probe = (kind: 'readinessProbe' | 'livenessProbe' | 'startupProbe'): object => {
    const replaced = container[kind] === undefined ? undefined : replaceProbe(container[kind], first);
    return replaced === undefined ? {} : { [kind]: replaced };
  };
  return {
    ...without(container, [
      ...['command', 'args', 'workingDir', 'resources', 'volumeDevices', 'lifecycle'],
      ...['readinessProbe', 'livenessProbe', 'startupProbe'],
    ]),
    ...served,
    name: container.name,
    env: [
      ...(container.env ?? []).filter(({ name }) => !echoVariables.includes(name)),
      ...served.env,
    ] as Container['env'],
    ...probe('readinessProbe'),
    ...probe('livenessProbe'),
    ...probe('startupProbe'),
    ...(preStop === undefined ? {} : { lifecycle: { preStop: { sleep: preStop } } }),
    securityContext: nonRoot(container.securityContext, pod.securityContext),
  } as Container;
}

/** The declared ports, and those that probes ask without a declaration. */
function portsOf(container: Container): readonly EchoPort[] {
  const declared = (container.ports ?? [])
    .filter(({ protocol }) => protocol !== 'SCTP')
    .map(({ containerPort, protocol = 'TCP' }) => ({ number: containerPort, protocol }));
  const probes = [container.readinessProbe, container.livenessProbe, container.startupProbe];
  const probed = probes.flatMap((probe) => {
    const port = probe?.httpGet?.port ?? probe?.tcpSocket?.port ?? probe?.grpc?.port;
    return typeof port === 'number' ? [{ number: port, protocol: 'TCP' }] : [];
  });
  return [...declared, ...probed];
}

/** Target ports by number need no declaration in the pod. */
function undeclaredPorts(services: readonly Service[], pod: PodSpec): readonly EchoPort[] {
  const declared = runningContainers(pod).flatMap(portsOf);
  return services
    .flatMap(({ spec }) => spec.ports ?? [])
    .map(({ port, targetPort = port, protocol = 'TCP' }) => ({ number: Number(targetPort), protocol }))
    .filter(({ number, protocol }) => Number.isInteger(number) && protocol !== 'SCTP')
    .filter((port) => !declared.some((one) => one.number === port.number && one.protocol === port.protocol));
}

/** The echo server answers HTTP on any path and every TCP connection; it has no health service and no programs beside it. */
function replaceProbe(probe: Probe, first: EchoPort | undefined): Probe | undefined {
  const { httpGet, grpc, exec } = probe;
  const timing = {
    ...without(probe, ['httpGet', 'grpc', 'exec', 'terminationGracePeriodSeconds']),
    initialDelaySeconds: 0,
  };
  if (httpGet !== undefined) return { ...timing, httpGet: { ...without(httpGet, ['host']), port: httpGet.port } };
  if (grpc !== undefined) return { ...timing, tcpSocket: { port: grpc.port } };
  if (exec === undefined) return timing;
  return first === undefined ? undefined : { ...timing, tcpSocket: { port: first.number } };
}

/** The user of the application's image went with it. */
function nonRoot(own: SecurityContext | undefined, pod: SecurityContext | undefined): SecurityContext | undefined {
  const isNonRoot = own?.runAsNonRoot ?? pod?.runAsNonRoot ?? false;
  if (!isNonRoot || (own?.runAsUser ?? pod?.runAsUser) !== undefined) return own;
  return { ...own, runAsUser: anyUser };
}

function replaceVolume(volume: Volume): Volume {
  return everywhere.some((source) => source in volume) ? volume : { name: volume.name, emptyDir: {} };
}

/** What would keep the pod off every node of this cluster, and says nothing about ways in. */
function fitToNodes(pod: PodSpec, nodes: readonly ClusterNode[]): { spec: PodSpec; changes: readonly string[] } {
  const left: string[] = [];
  const { nodeSelector, nodeName, priorityClassName, runtimeClassName } = pod;
  const wanted = Object.entries(nodeSelector ?? {});
  const fits = ({ labels }: ClusterNode): boolean => wanted.every(([key, value]) => labels[key] === value);
  if (!nodes.some(fits)) left.push('nodeSelector');
  if (nodeName !== undefined && !nodes.some(({ name }) => name === nodeName)) left.push('nodeName');
  if (priorityClassName !== undefined && !priorityClassName.startsWith('system-')) left.push('priorityClassName');
  if (runtimeClassName !== undefined) left.push('runtimeClassName');
  return { spec: without(pod, left) as PodSpec, changes: left.map((field) => `without ${field}`) };
}

function without(object: object, fields: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(object).filter(([key]) => !fields.includes(key)));
}
