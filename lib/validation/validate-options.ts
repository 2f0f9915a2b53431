import { kubernetesMinors, newestMinor, parseKubernetesVersion, type KubernetesMinor } from '../kubernetes/versions';
import type { IpFamily, ValidationContext } from './context';

/** The API server that a manifest is held against. */
export interface ValidateOptions {
  /** @default the newest known release, see `newestMinor` */
  readonly kubernetes?: string;
  /** `--service-node-port-range`, both ends included. @default [30000, 32767] */
  readonly nodePortRange?: [number, number];
  /** The families of the cluster's Service addresses, the default one first. @default ['IPv4'] */
  readonly ipFamilies?: IpFamily[];
  /** CustomResourceDefinitions as manifests, for the objects of custom kinds. They go before the ones that are known. @default - those known */
  readonly customResourceDefinitions?: readonly unknown[];
}

const defaultRange: readonly [number, number] = [30000, 32767];
const defaultFamilies: readonly IpFamily[] = ['IPv4'];

/** What the value rules are told of the server. */
export function contextOf(options: ValidateOptions): ValidationContext {
  return {
    minor: options.kubernetes === undefined ? newestMinor : minorOf(options.kubernetes),
    nodePortRange: options.nodePortRange ?? defaultRange,
    ipFamilies: options.ipFamilies ?? defaultFamilies,
  };
}

const minors = new Map<string, KubernetesMinor>();

function minorOf(version: string): KubernetesMinor {
  const known = minors.get(version) ?? parseKubernetesVersion(version);
  if (known === undefined) {
    const [oldest] = kubernetesMinors;
    throw new RangeError(`Kubernetes '${version}' is not known: 1.${oldest} to 1.${newestMinor} are`);
  }
  if (minors.size < kubernetesMinors.length) minors.set(version, known);
  return known;
}
