import { addressSpan, contains, isPrivate, spansOf } from '../../kubernetes/address-ranges';
import { parseIp } from '../../kubernetes/addresses';

/** The names by which clouds answer for the metadata of a machine, its credentials among them. */
const metadataNames: readonly string[] = [
  'metadata',
  'metadata.google.internal',
  'metadata.goog',
  'metadata.azure.internal',
  'instance-data',
  'instance-data.ec2.internal',
  'metadata.tencentyun.com',
  'metadata.platformequinix.com',
];

/** The addresses of the same, beyond link-local ones: AWS (IPv6), Azure, Alibaba Cloud, Oracle Cloud (classic). */
const metadataSpans = spansOf(['fd00:ec2::254', '168.63.129.16', '100.100.100.200', '192.0.0.192', '169.254.0.0/16']);

/** Zones of the public DNS whose names lead to whatever address the name holds, or to the asking machine. */
const rebindingZones: readonly string[] = [
  'nip.io',
  'sslip.io',
  'xip.io',
  'backname.io',
  'lvh.me',
  'localtest.me',
  'vcap.me',
  'lacolhost.com',
  'local.gd',
  'yoogle.com',
  'traefik.me',
  'rbndr.us',
  '1u.ms',
  'localhost.direct',
];

/** What is internal about a host name or an address, in words; undefined where nothing is. */
export function internalName(host: string, namespace: string, clusterDomain: string): string | undefined {
  const name = host.toLowerCase().replace(/\.$/, '');
  const address = parseIp(name);
  if (address !== undefined) return internalAddress(name);
  if (isIn(name, 'localhost') || isIn(name, 'localhost.localdomain')) return 'the machine that asks';
  if (metadataNames.includes(name)) return "the cloud's metadata of the node, credentials among it";
  const zone = rebindingZones.find((one) => isIn(name, one));
  if (zone !== undefined) return `whatever address its name holds, internal ones too (${zone})`;
  return clusterName(name, namespace, clusterDomain);
}

/** What is internal about an address, in words; undefined where nothing is. */
export function internalAddress(address: string): string | undefined {
  const span = addressSpan(address);
  if (span === undefined) return undefined;
  if (metadataSpans.some((one) => contains(one, span))) return "the cloud's metadata of the node, credentials among it";
  return isPrivate(address) ? 'an address of an internal network' : undefined;
}

/** Whether an address is that of the metadata service of a cloud. */
export function isMetadataAddress(address: string): boolean {
  const span = addressSpan(address);
  return span !== undefined && metadataSpans.some((one) => contains(one, span));
}

/** Names of the cluster's own DNS but those of the same namespace, which an alias may well stand for. */
function clusterName(name: string, namespace: string, clusterDomain: string): string | undefined {
  const domain = clusterDomain.toLowerCase();
  const local = name.endsWith(`.${domain}`) ? name.slice(0, -domain.length - 1) : name;
  const labels = local.split('.');
  const kind = labels[labels.length - 1];
  if (kind === 'pod') return 'the address of a pod';
  if (kind !== 'svc' || labels.length < 3) return undefined;
  const owner = labels[labels.length - 2] ?? '';
  return owner === namespace ? undefined : `a Service of namespace '${owner}'`;
}

function isIn(name: string, zone: string): boolean {
  return name === zone || name.endsWith(`.${zone}`);
}
