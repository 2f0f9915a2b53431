import type { ApiObjectMetadataDefinition } from 'cdk8s';
import { ApiObject, JsonPatch } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { ConstructError } from '../construct-error';
import type { AppPort, Protocol } from '../ports';
import type { HostAccess } from './pod-template';

/** A Deployment, DaemonSet, StatefulSet, Pod or Job of cdk8s-plus, of any of its lines: what is used of its shape. */
export interface GivenWorkload extends IConstruct {
  readonly podMetadata: ApiObjectMetadataDefinition;
  readonly containers: readonly {
    readonly name: string;
    readonly ports: readonly { readonly number: number; readonly name?: string; readonly protocol?: string }[];
  }[];
}

const adoptable = ['Deployment', 'DaemonSet', 'StatefulSet', 'Pod', 'Job'];

/** A workload that somebody else described, changed as its ways in ask. */
export class AdoptedWorkload {
  readonly object: ApiObject;
  readonly ports: readonly AppPort[];
  private readonly scope: IConstruct;
  private readonly workload: GivenWorkload;
  private readonly podPath: string;

  constructor(scope: IConstruct, workload: GivenWorkload, declared: readonly AppPort[] | undefined) {
    this.scope = scope;
    this.workload = workload;
    this.object = ApiObject.of(workload);
    if (!adoptable.includes(this.object.kind)) {
      throw new ConstructError(
        scope,
        `workload is a ${this.object.kind}. Give a ${adoptable.join(', a ')}, or select pods of others by \`selector\`.`,
      );
    }
    this.podPath = this.object.kind === 'Pod' ? '/spec' : '/spec/template/spec';
    this.ports = this.namePorts(declared);
  }

  /** Adds the labels to the pods, so that Services can select them. */
  label(labels: Readonly<Record<string, string>>): void {
    for (const [key, value] of Object.entries(labels)) this.workload.podMetadata.addLabel(key, value);
  }

  /** Puts the pods on the host network, or their ports on the node. */
  open({ hostNetwork, hostPorts }: HostAccess): void {
    if (!hostNetwork && hostPorts.size === 0) return;
    if (hostNetwork) {
      this.object.addJsonPatch(
        JsonPatch.add(`${this.podPath}/hostNetwork`, true),
        JsonPatch.add(`${this.podPath}/dnsPolicy`, 'ClusterFirstWithHostNet'),
      );
    }
    this.eachPort((path, port) => {
      const host = hostPorts.get(this.nameOf(port));
      if (host === undefined) return;
      this.object.addJsonPatch(JsonPatch.add(`${path}/hostPort`, host.hostPort));
      // `L1` of cdk8s-plus spells it so, and drops what it does not know.
      if (host.hostIP !== undefined) this.object.addJsonPatch(JsonPatch.add(`${path}/hostIp`, host.hostIP));
    });
    if (this.object.kind === 'Deployment') {
      // The values are boxed as `IntOrString` is, since `L1` reads their `value` and drops a plain number.
      const rollingUpdate = { maxSurge: { value: 0 }, maxUnavailable: { value: 1 } };
      this.object.addJsonPatch(JsonPatch.add('/spec/strategy', { type: 'RollingUpdate', rollingUpdate }));
    }
  }

  /** Ports that the workload leaves unnamed get a name, since target ports are names. */
  private namePorts(declared: readonly AppPort[] | undefined): readonly AppPort[] {
    const found: AppPort[] = [];
    this.eachPort((path, port) => {
      const protocol = (port.protocol ?? 'TCP') as Protocol;
      const known = declared?.find((one) => one.number === port.number && (one.protocol ?? 'TCP') === protocol);
      const name = port.name ?? known?.name ?? `${protocol.toLowerCase()}-${port.number}`;
      if (port.name === undefined) this.object.addJsonPatch(JsonPatch.add(`${path}/name`, name));
      if (known !== undefined && known.name !== name) {
        throw new ConstructError(
          this.scope,
          `ports calls ${port.number}/${protocol} '${known.name}', and the workload calls it '${name}'. Use the workload's name.`,
        );
      }
      found.push({
        name,
        number: port.number,
        protocol,
        ...(known?.appProtocol === undefined ? {} : { appProtocol: known.appProtocol }),
      });
    });
    const stray = declared?.find((one) => !found.some((port) => port.name === one.name));
    if (stray === undefined) return found;
    const offered = found.map(({ number, protocol = 'TCP' }) => `${number}/${protocol}`).join(', ');
    throw new ConstructError(
      this.scope,
      `ports has '${stray.name}', ${stray.number}/${stray.protocol ?? 'TCP'}, which no container of the workload binds. They bind: ${offered || 'nothing'}.`,
    );
  }

  private nameOf({ name, number, protocol = 'TCP' }: GivenWorkload['containers'][number]['ports'][number]): string {
    return name ?? this.ports.find((port) => port.number === number && port.protocol === protocol)?.name ?? '';
  }

  private eachPort(visit: (path: string, port: GivenWorkload['containers'][number]['ports'][number]) => void): void {
    for (const [i, container] of this.workload.containers.entries()) {
      for (const [j, port] of container.ports.entries()) visit(`${this.podPath}/containers/${i}/ports/${j}`, port);
    }
  }
}
