import type { IConstruct } from 'constructs';
import { portNameProblems } from '../kubernetes/names';
import { nearest, quoteList } from '../kubernetes/wording';
import { ConstructError } from './construct-error';

export type Protocol = 'TCP' | 'UDP' | 'SCTP';

/** A port that the application listens on. Declared once; everything else refers to it by name. */
export interface AppPort<Name extends string = string> {
  /** The name by which exposures, probes and clients refer to the port: at most 15 lower-case letters, digits and dashes. */
  readonly name: Name;
  /** The number that the process binds, 1 to 65535. */
  readonly number: number;
  /** @default 'TCP' */
  readonly protocol?: Protocol;
  /**
   * What is spoken on the port, for load balancers and meshes: `http`, `https`, `grpc`, `kubernetes.io/h2c`, `kubernetes.io/ws`, ...
   * @default - not said
   */
  readonly appProtocol?: string;
}

/** The ports of one application, looked up by name. */
export class AppPorts {
  readonly all: readonly AppPort[];
  private readonly scope: IConstruct;
  private readonly byName: ReadonlyMap<string, AppPort>;

  constructor(scope: IConstruct, ports: readonly AppPort[]) {
    this.scope = scope;
    this.all = ports;
    this.byName = new Map(ports.map((port) => [port.name, port]));
    checkPorts(scope, ports);
  }

  /**
   * The port of that name.
   *
   * @param where who asks, for the message: `Exposure.nodePort`
   * @throws ConstructError naming the nearest port where there is none of that name
   */
  named(name: string, where: string): AppPort {
    const port = this.byName.get(name);
    if (port !== undefined) return port;
    const names = this.all.map((known) => known.name);
    const known = names.length > 0 ? `It has ${quoteList(names)}.` : 'It declares no ports.';
    const suggestion = nearest(name, names);
    const hint = suggestion === undefined ? '' : ` Did you mean '${suggestion}'?`;
    throw new ConstructError(
      this.scope,
      `${where} refers to port '${name}', which this application does not have. ${known}${hint}`,
    );
  }

  /** The one TCP port there is, for whoever may leave the name out. */
  only(where: string): AppPort {
    const candidates = this.all.filter(({ protocol = 'TCP' }) => protocol === 'TCP');
    const [port, ...others] = candidates;
    if (port !== undefined && others.length === 0) return port;
    const names = quoteList(candidates.map((known) => known.name));
    const seen = port === undefined ? 'it declares none of TCP' : `it has several: ${names}`;
    throw new ConstructError(
      this.scope,
      `${where} names no port, and this application has not exactly one of TCP: ${seen}. Say which.`,
    );
  }
}

/** @throws ConstructError where a number is no port, 1 to 65535. */
export function checkPortNumber(scope: IConstruct, what: string, number: number): void {
  if (Number.isInteger(number) && number >= 1 && number <= 65535) return;
  throw new ConstructError(scope, `${what} is ${number}. A port is a whole number from 1 to 65535.`);
}

function checkPorts(scope: IConstruct, ports: readonly AppPort[]): void {
  const names = new Set<string>();
  const numbers = new Map<string, string>();
  for (const { name, number, protocol = 'TCP' } of ports) {
    const [problem] = portNameProblems(name);
    if (problem !== undefined) throw new ConstructError(scope, `The port name '${name}' is not valid: ${problem}.`);
    if (names.has(name)) {
      throw new ConstructError(
        scope,
        `Two ports are named '${name}'. Names are how everything refers to ports: give each its own.`,
      );
    }
    names.add(name);
    checkPortNumber(scope, `The number of port '${name}'`, number);
    const taken = numbers.get(`${number}/${protocol}`);
    if (taken !== undefined) {
      throw new ConstructError(
        scope,
        `The ports '${taken}' and '${name}' are both ${number}/${protocol}. Containers of a pod share one network: each port can be bound once.`,
      );
    }
    numbers.set(`${number}/${protocol}`, name);
  }
}
