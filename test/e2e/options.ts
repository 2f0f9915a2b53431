import { parseArgs } from 'node:util';

export const usage = `npm run e2e -- --context NAME [options]

Applies each set of dist/ to a cluster in namespaces of its own, with an echo server in place of the images, sends a request by every way
in, prints who answered, and takes everything away again. Needs kubectl and openssl. docs/how-to/test-on-a-cluster.md says more.

  --context NAME           the context of the kubeconfig; never the current one by chance
  --kubeconfig FILE        default: $KUBECONFIG, or kubectl's own default
  --dist FOLDER            the manifests, one file a set; default: dist
  --set NAME               only this set (may be repeated)
  --controller NAME        in place of the sets: installs this ingress controller by our own manifests, and asks for all that it is claimed to do
  --image IMAGE            for every container and for the client; default: node:22-alpine
  --image-is-echo          the image is an echo server itself and reads its ports from ECHO_PORTS; default: it has Node.js and runs ours
  --cluster-domain NAME    default: cluster.local
  --node-address NODE=IP   where this machine reaches a node (may be repeated); default: what the API says
  --node-address-type T    which of the API's addresses: InternalIP (default) or ExternalIP
  --external-ip IP         for externalIPs (may be repeated); default: the nodes' own addresses
  --route                  route each --external-ip to a node by 'ip route' while the test runs (needs root)
  --load-balancer-ip IP    in place of a fixed address of a load balancer; default: none is asked for
  --source-range CIDR      added to loadBalancerSourceRanges (may be repeated); default: this machine's own address
  --ingress-class NAME     for every Ingress; default: its own class where the cluster has it, else the cluster's default or only one
  --ingress-address HOST   where the controller listens; default: the address in the Ingress's status
  --ingress-port PORT      its port for HTTP; default: 80
  --ingress-tls-port PORT  its port for HTTPS; default: 443
  --skip WAY               a way in that the cluster does not have, such as 'LoadBalancer' or 'Ingress' (may be repeated)
  --timeout SECONDS        for pods to become ready and addresses to be given; default: 120
`;

export interface Options {
  readonly context: string;
  readonly kubeconfig: string | undefined;
  readonly dist: string;
  readonly sets: readonly string[];
  readonly controller: string | undefined;
  readonly image: string;
  readonly imageIsEcho: boolean;
  readonly clusterDomain: string;
  readonly nodeAddresses: Readonly<Record<string, string>>;
  readonly nodeAddressType: 'InternalIP' | 'ExternalIP';
  readonly externalIps: readonly string[];
  readonly route: boolean;
  readonly loadBalancerIp: string | undefined;
  readonly sourceRanges: readonly string[];
  readonly ingressClass: string | undefined;
  readonly ingressAddress: string | undefined;
  readonly ingressPort: number;
  readonly ingressTlsPort: number;
  readonly skip: readonly string[];
  readonly timeoutSeconds: number;
}

/** Something that the person who started the test has to change. */
export class UsageError extends Error {}

const one = { type: 'string' } as const;
const many = { type: 'string', multiple: true, default: [] as string[] } as const;
const flag = { type: 'boolean', default: false } as const;
const argumentsOf = {
  context: one,
  kubeconfig: one,
  dist: { ...one, default: 'dist' },
  set: many,
  controller: one,
  image: { ...one, default: 'node:22-alpine' },
  'image-is-echo': flag,
  'cluster-domain': { ...one, default: 'cluster.local' },
  'node-address': many,
  'node-address-type': { ...one, default: 'InternalIP' },
  'external-ip': many,
  route: flag,
  'load-balancer-ip': one,
  'source-range': many,
  'ingress-class': one,
  'ingress-address': one,
  'ingress-port': { ...one, default: '80' },
  'ingress-tls-port': { ...one, default: '443' },
  skip: many,
  timeout: { ...one, default: '120' },
  help: flag,
} as const;

/** @throws UsageError where the cluster is not named or an option is not understood. */
export function readOptions(args: readonly string[]): Options | 'help' {
  const values = parse(args);
  if (values.help) return 'help';
  if (values.context === undefined || values.context === '') {
    throw new UsageError('Which cluster? Name a context of the kubeconfig: npm run e2e -- --context NAME');
  }
  return {
    context: values.context,
    kubeconfig: values.kubeconfig,
    dist: values.dist,
    sets: values.set,
    controller: values.controller,
    image: values.image,
    imageIsEcho: values['image-is-echo'],
    clusterDomain: values['cluster-domain'],
    nodeAddresses: Object.fromEntries(values['node-address'].map(nodeAddress)),
    nodeAddressType: addressType(values['node-address-type']),
    externalIps: values['external-ip'],
    route: values.route,
    loadBalancerIp: values['load-balancer-ip'],
    sourceRanges: values['source-range'],
    ingressClass: values['ingress-class'],
    ingressAddress: values['ingress-address'],
    ingressPort: number('--ingress-port', values['ingress-port'], 65535),
    ingressTlsPort: number('--ingress-tls-port', values['ingress-tls-port'], 65535),
    skip: values.skip.map((way) => way.toLowerCase()),
    timeoutSeconds: number('--timeout', values.timeout, 86400),
  };
}

function parse(args: readonly string[]): ReturnType<typeof parseArgs<{ options: typeof argumentsOf }>>['values'] {
  try {
    return parseArgs({ args: [...args], options: argumentsOf }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function nodeAddress(text: string): readonly [string, string] {
  const [node = '', address = ''] = text.split('=', 2);
  if (node === '' || address === '') throw new UsageError(`--node-address is '${text}'. Give NODE=ADDRESS.`);
  return [node, address];
}

function addressType(text: string): 'InternalIP' | 'ExternalIP' {
  if (text === 'InternalIP' || text === 'ExternalIP') return text;
  throw new UsageError(`--node-address-type is '${text}'. Give InternalIP or ExternalIP.`);
}

function number(option: string, text: string, most: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= most) return value;
  throw new UsageError(`${option} is '${text}'. Give a whole number from 1 to ${most}.`);
}
