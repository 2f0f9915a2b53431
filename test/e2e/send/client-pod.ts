import type { Kubectl } from '../cluster/kubectl';
import type { KubeObject } from '../objects';
import { restrictedPod } from '../rewrite/stand-ins';
import type { Protocol } from '../ways/way';
import type { Answer } from './answer';
import { oneLine, readAnswer } from './answer';

/** The pod from which requests inside the cluster are sent, one in each namespace of the set. */
export const clientPodName = 'e2e-client';

/** The client image's tools lack what a request needs. */
export class CannotAsk extends Error {}

/** It sleeps, with a shell, `wget`, `nc` and `nslookup`, as busybox has them. */
export function clientPod(namespace: string, image: string): KubeObject {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: clientPodName, namespace },
    spec: {
      ...restrictedPod,
      containers: [
        {
          name: 'client',
          image,
          imagePullPolicy: 'IfNotPresent',
          command: ['sleep', '86400'],
          securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
        },
      ],
    },
  } as KubeObject;
}

/** Where a request from inside goes. */
export interface InsideAddress {
  readonly protocol: Protocol;
  readonly host: string;
  readonly port: number;
  readonly clusterDomain: string;
}

/** A request from inside of the cluster. */
export async function sendFromPod(
  kubectl: Kubectl,
  namespace: string,
  { protocol, host, port, clusterDomain }: InsideAddress,
): Promise<Answer> {
  if (protocol === 'http' || protocol === 'https') {
    const url = `${protocol}://${host}:${port}/e2e`;
    return readAnswer(
      await inPod(kubectl, namespace, ['wget', '-q', '--no-check-certificate', '-T', '5', '-O', '-', url]),
    );
  }
  const [address] = (await lookUp(kubectl, namespace, fullNameOf(host, namespace, clusterDomain))).addresses;
  if (address === undefined) throw new Error(`DNS has no address for ${host}`);
  const flags = protocol === 'udp' ? '-u -w 2' : '-w 3';
  const said = await inPod(kubectl, namespace, [
    ...['sh', '-c', `(printf 'hello\\n'; sleep 1) | nc ${flags} "$1" "$2"`],
    ...['sh', address, String(port)],
  ]);
  return readAnswer(said);
}

/** The name that the search list of a pod makes of `web`, `web.shop` and `web.shop.svc`; not every `nslookup` and `nc` reads it. */
export function fullNameOf(host: string, namespace: string, clusterDomain: string): string {
  const labels = host.split('.');
  if (labels.length === 1) return `${host}.${namespace}.svc.${clusterDomain}`;
  if (labels.length === 2) return `${host}.svc.${clusterDomain}`;
  return host.endsWith('.svc') ? `${host}.${clusterDomain}` : host;
}

/** What the cluster's DNS says of a name. */
export interface LookedUp {
  readonly addresses: readonly string[];
  readonly alias: string | undefined;
}

export async function lookUp(kubectl: Kubectl, namespace: string, name: string): Promise<LookedUp> {
  return readLookup(await inPod(kubectl, namespace, ['nslookup', `${name}.`]));
}

/** The output of busybox' `nslookup`, whose first address is the server's own. */
export function readLookup(text: string): LookedUp {
  const start = text.search(/^(Name:|Non-authoritative|\S+\s+canonical)/m);
  const answer = start < 0 ? '' : text.slice(start);
  const addresses = [...answer.matchAll(/^Address(?: \d+)?:\s*(\S+)/gm)].flatMap(([, address]) => address ?? []);
  const alias = /canonical name = (\S+)/.exec(answer)?.[1]?.replace(/\.$/, '');
  return { addresses: [...new Set(addresses)], alias };
}

async function inPod(kubectl: Kubectl, namespace: string, command: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await kubectl.run(['exec', '-n', namespace, clientPodName, '--', ...command], {
    seconds: 15,
  });
  if (/invalid option|not found|unrecognized option/.test(stderr) && stdout === '') {
    throw new CannotAsk(
      `the client image has no fitting ${command.join(' ').includes('nc ') ? 'nc' : (command[0] ?? '')}`,
    );
  }
  if (code !== 0 && stdout === '') throw new Error(oneLine(stderr || `exit code ${code}`));
  return stdout;
}
