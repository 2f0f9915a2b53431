import type { IConstruct } from 'constructs';
import { ConstructError } from '../construct-error';
import type { AppPort, AppPorts } from '../ports';
import { checkPortNumber } from '../ports';
import { inKubernetesSpelling, isPlusRenderable } from './plus';

/** A request over HTTP. */
export interface HttpCheck<Port extends string = string> {
  /** @default '/' */
  readonly path?: string;
  /** @default - the only port of the container, or of the pod where the container has none */
  readonly port?: Port;
  /** @default 'HTTP' */
  readonly scheme?: 'HTTP' | 'HTTPS';
  /** Headers of the request by name. @default - none */
  readonly headers?: Readonly<Record<string, string>>;
}

/** How a probe asks: exactly one of http, tcp, grpc and exec. */
export type Check<Port extends string = string> =
  | { readonly http: HttpCheck<Port>; readonly tcp?: never; readonly grpc?: never; readonly exec?: never }
  | { readonly tcp: { readonly port?: Port }; readonly http?: never; readonly grpc?: never; readonly exec?: never }
  | {
      /** gRPC's own health service; `service` is the name it is asked for. */
      readonly grpc: { readonly port?: Port; readonly service?: string };
      readonly http?: never;
      readonly tcp?: never;
      readonly exec?: never;
    }
  | {
      /** A command inside the container: sound when it exits 0. */
      readonly exec: readonly string[];
      readonly http?: never;
      readonly tcp?: never;
      readonly grpc?: never;
    };

type CheckKind = 'http' | 'tcp' | 'grpc' | 'exec';

/** When a probe asks, and how often it may fail. */
export interface ProbeTiming {
  /** Seconds before the first question. @default 0 */
  readonly initialDelaySeconds?: number;
  /** Seconds between questions. @default 10 */
  readonly periodSeconds?: number;
  /** Seconds until a question counts as failed. @default 1 */
  readonly timeoutSeconds?: number;
  /** Failures in a row that count. @default 3 */
  readonly failureThreshold?: number;
  /** Successes in a row that count; only a readiness probe may ask for more than 1. @default 1 */
  readonly successThreshold?: number;
}

/**
 * A `Probe` of cdk8s-plus. Its members are private, so all that can be said of its type is what it has not: with any of our own
 * members a value is read as ours, and checked.
 */
export type PlusProbe = { readonly toString: () => string } & {
  readonly [member in keyof ProbeTiming | CheckKind]?: never;
};

export type Probe<Port extends string = string> = (Check<Port> & ProbeTiming) | PlusProbe;

export interface Probes<Port extends string = string> {
  /** The container is restarted when this fails. @default - never restarted */
  readonly liveness?: Probe<Port>;
  /** The pod gets no traffic while this fails. @default - it gets traffic as soon as it runs */
  readonly readiness?: Probe<Port>;
  /** The other probes wait until this has succeeded once. @default - they do not wait */
  readonly startup?: Probe<Port>;
}

/** What a container does at the ends of its life. */
export interface Lifecycle<Port extends string = string> {
  /** Right after the start. @default - nothing */
  readonly postStart?: LifecycleHandler<Port>;
  /** Before the process is asked to end. @default - a wait of 5 seconds where a rollout could drop requests */
  readonly preStop?: LifecycleHandler<Port>;
}

/** What happens at one end of a container's life: one of http, exec and a wait, or a `Handler` of cdk8s-plus. */
export type LifecycleHandler<Port extends string = string> =
  | ({ readonly toString: () => string } & { readonly [member in 'http' | 'exec' | 'sleepSeconds']?: never })
  | { readonly http: HttpCheck<Port>; readonly exec?: never; readonly sleepSeconds?: never }
  | { readonly exec: readonly string[]; readonly http?: never; readonly sleepSeconds?: never }
  | { readonly sleepSeconds: number; readonly http?: never; readonly exec?: never };

/** Turns probes and handlers of one container into Kubernetes' shape. */
export class ProbeWriter {
  private readonly scope: IConstruct;
  private readonly container: string;
  private readonly own: AppPorts;
  private readonly ports: AppPorts;

  /**
   * @param own the ports of the container itself
   * @param ports those of all containers of the pod
   */
  constructor(scope: IConstruct, container: string, own: AppPorts, ports: AppPorts) {
    this.scope = scope;
    this.container = container;
    this.own = own;
    this.ports = ports;
  }

  /** @param kind `readiness`, for messages */
  probe(kind: keyof Probes, probe: Probe | undefined): object | undefined {
    if (probe === undefined) return undefined;
    if (isPlusRenderable(probe)) return this.plus(kind, probe._toKube(this.plusContainer()));
    const { http, tcp, grpc, exec, ...timing } = probe as Check & ProbeTiming;
    return { ...this.action(kind, { http, tcp, grpc, exec }), ...timing };
  }

  handler(kind: keyof Lifecycle, handler: LifecycleHandler | undefined): object | undefined {
    if (handler === undefined) return undefined;
    if (isPlusRenderable(handler)) return this.plus(kind, handler._toKube(this.plusContainer()));
    if (handler.sleepSeconds !== undefined) return { sleep: { seconds: handler.sleepSeconds } };
    return this.action(kind, handler);
  }

  private action(kind: string, check: Partial<Record<CheckKind, unknown>>): object {
    const { http, tcp, grpc, exec } = check as {
      http?: HttpCheck;
      tcp?: { port?: string };
      grpc?: { port?: string; service?: string };
      exec?: readonly string[];
    };
    if (http !== undefined) return { httpGet: this.httpGet(kind, http) };
    if (tcp !== undefined) return { tcpSocket: { port: this.reference(this.port(kind, tcp.port)) } };
    if (grpc !== undefined) return { grpc: { port: this.port(kind, grpc.port).number, service: grpc.service } };
    if (exec !== undefined) return { exec: { command: exec } };
    throw new ConstructError(
      this.scope,
      `The ${kind} of container '${this.container}' does not say how to ask. Give one of http, tcp, grpc and exec.`,
    );
  }

  private httpGet(kind: string, { path = '/', port, scheme, headers = {} }: HttpCheck): object {
    const httpHeaders = Object.entries(headers).map(([name, value]) => ({ name, value }));
    return {
      path,
      port: this.reference(this.port(kind, port)),
      scheme,
      httpHeaders: httpHeaders.length > 0 ? httpHeaders : undefined,
    };
  }

  private port(kind: string, name: string | undefined): AppPort {
    const where = `The ${kind} of container '${this.container}'`;
    if (name !== undefined) return this.ports.named(name, where);
    return this.own.all.length > 0 ? this.own.only(where) : this.ports.only(where);
  }

  /** The kubelet finds names among the ports of the container alone; its neighbours' ports have numbers. */
  private reference(port: AppPort): string | number {
    return this.own.all.includes(port) ? port.name : port.number;
  }

  /** As much of cdk8s-plus' `Container` as its probes look at. */
  private plusContainer(): object {
    const [first] = this.own.all;
    return { port: first?.number, portNumber: first?.number };
  }

  private plus(kind: string, rendered: unknown): object {
    const written = inKubernetesSpelling(rendered) as Record<
      'httpGet' | 'tcpSocket',
      { readonly port?: unknown } | undefined
    >;
    const port = (written.httpGet ?? written.tcpSocket)?.port;
    if (typeof port === 'number')
      checkPortNumber(this.scope, `The port of the ${kind} of container '${this.container}'`, port);
    return written;
  }
}
