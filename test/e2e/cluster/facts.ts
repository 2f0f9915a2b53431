import * as dgram from 'node:dgram';
import type { KubeObject, Labels } from '../objects';
import type { Options } from '../options';
import type { Kubectl } from './kubectl';

export interface ClusterNode {
  readonly name: string;
  readonly address: string;
  readonly labels: Labels;
}

/** What the documents have to be made to fit. */
export interface ClusterFacts {
  readonly nodes: readonly ClusterNode[];
  /** Whether a claim without a class gets a volume. */
  readonly defaultStorage: boolean;
  readonly storageClasses: readonly string[];
  readonly ingressClasses: readonly string[];
  readonly defaultIngressClass: string | undefined;
  /** `apps/v1 Deployment` to whether its objects live in namespaces. */
  readonly kinds: ReadonlyMap<string, boolean>;
  /** This machine, as the nodes see it. */
  readonly ownAddresses: readonly string[];
}

interface Node extends KubeObject {
  readonly status: { readonly addresses?: readonly { readonly type: string; readonly address: string }[] };
}

export async function readFacts(kubectl: Kubectl, options: Options): Promise<ClusterFacts> {
  const [nodes, storageClasses, ingressClasses, kinds] = await Promise.all([
    kubectl.list<Node>(['nodes']),
    kubectl.list<KubeObject>(['storageclasses']),
    kubectl.list<KubeObject>(['ingressclasses']),
    readKinds(kubectl),
  ]);
  const found = nodes.map((node) => clusterNode(node, options));
  const byDefault = ingressClasses.find((one) => isDefault(one, 'ingressclass.kubernetes.io/is-default-class'));
  return {
    nodes: found,
    defaultStorage: storageClasses.some((one) => isDefault(one, 'storageclass.kubernetes.io/is-default-class')),
    storageClasses: storageClasses.map(({ metadata }) => metadata.name),
    ingressClasses: ingressClasses.map(({ metadata }) => metadata.name),
    defaultIngressClass: byDefault?.metadata.name,
    kinds,
    ownAddresses: [...new Set(await Promise.all(found.map(({ address }) => ownAddressTowards(address))))],
  };
}

function isDefault({ metadata }: KubeObject, annotation: string): boolean {
  return metadata.annotations?.[annotation] === 'true';
}

function clusterNode({ metadata, status }: Node, { nodeAddresses, nodeAddressType }: Options): ClusterNode {
  const told = nodeAddresses[metadata.name];
  const known = status.addresses?.find(({ type }) => type === nodeAddressType)?.address;
  const address = told ?? known;
  if (address === undefined) {
    throw new Error(`Node ${metadata.name} has no ${nodeAddressType}. Give --node-address ${metadata.name}=ADDRESS.`);
  }
  return { name: metadata.name, address, labels: metadata.labels ?? {} };
}

/** NAME SHORTNAMES APIVERSION NAMESPACED KIND, of which the second may be empty. */
async function readKinds(kubectl: Kubectl): Promise<ReadonlyMap<string, boolean>> {
  // An aggregated API that does not answer makes kubectl fail after it has listed the others.
  const { stdout, stderr } = await kubectl.run(['api-resources', '--no-headers']);
  const kinds = new Map<string, boolean>();
  for (const line of stdout.split('\n')) {
    const [, apiVersion, namespaced, kind] = /(\S+)\s+(true|false)\s+(\S+)\s*$/.exec(line) ?? [];
    if (apiVersion !== undefined && kind !== undefined) kinds.set(`${apiVersion} ${kind}`, namespaced === 'true');
  }
  if (kinds.size === 0) throw new Error(`The cluster does not say which kinds it has: ${stderr.trim()}`);
  return kinds;
}

/** The address of this machine that a node gets to see; connecting a UDP socket sends nothing. */
function ownAddressTowards(address: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = dgram.createSocket(address.includes(':') ? 'udp6' : 'udp4');
    socket.on('error', reject);
    socket.connect(9, address, () => {
      resolve(socket.address().address);
      socket.close();
    });
  });
}
