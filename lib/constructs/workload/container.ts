import type { IConstruct } from 'constructs';
import { dns1123LabelProblems } from '../../kubernetes/names';
import { ConstructError } from '../construct-error';
import type { AppPort } from '../ports';
import { AppPorts } from '../ports';
import type { EnvFrom, EnvValue } from './env';
import { envFromList, envList } from './env';
import type { Lifecycle, Probes } from './probes';
import { ProbeWriter } from './probes';
import type { SecurityProps } from './security';
import { containerSecurityContext } from './security';
import type { Mount, Volumes } from './volumes';

/** Amounts of resources: `{ cpu: '250m', memory: '128Mi' }`. */
export type ResourceList = Readonly<Record<string, string>>;

/** A container. */
export interface ContainerProps<Port extends string = string> extends SecurityProps {
  /** The image with its tag or digest: `registry.example.com/shop:1.4.2`. */
  readonly image: string;
  /** @default - Always for the tag `latest` or none, else IfNotPresent (the API server's own default) */
  readonly imagePullPolicy?: 'Always' | 'IfNotPresent' | 'Never';
  /** Instead of the image's entry point. @default - the image's */
  readonly command?: readonly string[];
  /** Instead of the image's arguments. @default - the image's */
  readonly args?: readonly string[];
  /** @default - the image's */
  readonly workingDir?: string;
  /** The ports that the process binds. @default - none */
  readonly ports?: readonly AppPort<Port>[];
  /** Environment variables by name. @default - none */
  readonly env?: Readonly<Record<string, EnvValue>>;
  /** ConfigMaps and Secrets whose keys all become environment variables. @default - none */
  readonly envFrom?: readonly EnvFrom[];
  /** Volumes by the path where the container sees them. @default - none */
  readonly mounts?: Readonly<Record<string, string | Mount>>;
  /** Directories that the process may write although its root file system is read-only. @default - none */
  readonly writableDirectories?: readonly string[];
  /** What the container asks for and may use at most. @default - neither requests nor limits */
  readonly resources?: { readonly requests?: ResourceList; readonly limits?: ResourceList };
  /** @default - no probes */
  readonly probes?: Probes<NoInfer<Port>>;
  /** @default - a short wait before the end, where a rollout could drop requests */
  readonly lifecycle?: Lifecycle<NoInfer<Port>>;
}

/** A container among several: it has a name. */
export interface NamedContainerProps<Port extends string = string> extends ContainerProps<Port> {
  /** The name inside the pod, a DNS label. */
  readonly name: string;
}

/** A container that runs to its end before the others start; it offers no ports. */
export type InitContainerProps = Omit<NamedContainerProps, 'ports' | 'probes' | 'lifecycle'>;

/** What the containers of one pod have in common while they are written. */
export interface ContainerContext {
  readonly scope: IConstruct;
  readonly ports: AppPorts;
  readonly volumes: Volumes;
  /** Seconds to wait before a container with ports ends. @default - none */
  readonly drainSeconds: number | undefined;
}

/** The container in Kubernetes' shape. Undefined members are left out when the object is rendered. */
export function writeContainer(props: NamedContainerProps, context: ContainerContext): Record<string, unknown> {
  const { name, image, ports = [], probes = {} } = props;
  checkContainer(props, context.scope);
  const mounts = context.volumes.mountsOf(name, props.mounts, props.writableDirectories);
  const writer = new ProbeWriter(context.scope, name, new AppPorts(context.scope, ports), context.ports);
  return {
    name,
    image,
    imagePullPolicy: props.imagePullPolicy,
    command: props.command,
    args: props.args,
    workingDir: props.workingDir,
    ports: ports.length > 0 ? ports.map(writePort) : undefined,
    env: envList(props.env),
    envFrom: envFromList(props.envFrom),
    volumeMounts: mounts.length > 0 ? mounts : undefined,
    resources: props.resources,
    livenessProbe: writer.probe('liveness', probes.liveness),
    readinessProbe: writer.probe('readiness', probes.readiness),
    startupProbe: writer.probe('startup', probes.startup),
    lifecycle: writeLifecycle(props, writer, context.drainSeconds),
    securityContext: containerSecurityContext(props),
  };
}

/** `protocol` is always written: server-side apply needs it to tell two entries apart. */
function writePort({ name, number, protocol = 'TCP' }: AppPort): object {
  return { name, containerPort: number, protocol };
}

function writeLifecycle(
  { ports = [], lifecycle = {} }: NamedContainerProps,
  writer: ProbeWriter,
  drainSeconds: number | undefined,
): object | undefined {
  const drains = drainSeconds !== undefined && ports.length > 0;
  const preStop = writer.handler('preStop', lifecycle.preStop ?? (drains ? { sleepSeconds: drainSeconds } : undefined));
  const postStart = writer.handler('postStart', lifecycle.postStart);
  return preStop === undefined && postStart === undefined ? undefined : { preStop, postStart };
}

function checkContainer({ name, image }: NamedContainerProps, scope: IConstruct): void {
  const [problem] = dns1123LabelProblems(name);
  if (problem !== undefined) throw new ConstructError(scope, `The container name '${name}' is not valid: ${problem}.`);
  if (image.trim() === '' || image.trim() !== image) {
    throw new ConstructError(
      scope,
      `The image of container '${name}' is '${image}'. Give a name with a tag or digest, without blanks around it.`,
    );
  }
}
