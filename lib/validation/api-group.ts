import { dns1035LabelProblems, dns1123SubdomainProblems } from '../kubernetes/names';
import { removedKinds } from '../kubernetes/removed-kinds';
import { parseVersionedTexts } from '../kubernetes/schema-text';
import schemas from '../kubernetes/schemas.json';
import { nearest, quoteList } from '../kubernetes/wording';
import { printKubernetesVersion, type KubernetesMinor } from '../kubernetes/versions';

export const kindRules = {
  'kind/known': 'The kind is one that the Kubernetes version aimed at serves.',
  'kind/unchecked': 'A custom kind is checked against its CustomResourceDefinition, which must be known for that.',
} as const;

const kindLines: Readonly<Record<string, string>> = schemas.kinds;

let groups: ReadonlySet<string> | undefined;

/** Whether the group of an apiVersion is one of Kubernetes itself, today or formerly. */
export function isBuiltInGroup(apiVersion: string): boolean {
  groups ??= new Set([...Object.keys(kindLines), ...removedKinds.keys()].map(groupOf));
  return groups.has(groupOf(apiVersion));
}

/** Whether an apiVersion has the form of a custom resource's: a domain, a slash and a version. */
export function isCustomApiVersion(apiVersion: string): boolean {
  const [group = '', version = '', ...rest] = apiVersion.split('/');
  if (rest.length > 0 || !group.includes('.')) return false;
  return dns1123SubdomainProblems(group).length === 0 && dns1035LabelProblems(version).length === 0;
}

/** Why a built-in group does not have a kind at a release, and what to write instead. */
export function explainMissingKind(apiVersion: string, kind: string, minor: KubernetesMinor): string {
  const wanted = `${apiVersion} ${kind}`;
  const removed = removedKinds.get(wanted);
  if (removed !== undefined) return sentence(wanted, `was removed in Kubernetes 1.${removed.minor}`, removed.use);
  const since = Object.hasOwn(kindLines, wanted) ? parseVersionedTexts(kindLines[wanted] ?? '')[0] : undefined;
  const here = apiVersionsOf(kind, groupOf(apiVersion), minor).at(-1);
  if (since !== undefined && since.until < minor) {
    return sentence(wanted, `was removed in Kubernetes 1.${since.until + 1}`, here);
  }
  if (since !== undefined) return sentence(wanted, `is not known before Kubernetes 1.${since.since}`, here);
  return explainUnknownKind(apiVersion, kind, minor, here);
}

function explainUnknownKind(apiVersion: string, kind: string, minor: KubernetesMinor, here?: string): string {
  const problem = `${apiVersion} ${kind} is not a kind of Kubernetes ${printKubernetesVersion(minor)}`;
  const elsewhere = here ?? apiVersionsOf(kind, undefined, minor)[0];
  if (elsewhere !== undefined) return `${problem}: use ${elsewhere}`;
  if (kind.endsWith('List') && apiVersionsOf(kind.slice(0, -'List'.length), undefined, minor).length > 0) {
    return `${problem} that can be created: use a List of apiVersion v1`;
  }
  const kinds = kindsOf(apiVersion, minor);
  if (kinds.length === 0) return `${problem}: the group has no such version`;
  const meant = nearest(kind.slice(0, 60), kinds);
  return meant === undefined ? problem : `${problem}: was ${quoteList([meant])} meant?`;
}

function sentence(wanted: string, what: string, use: string | undefined): string {
  return use === undefined ? `${wanted} ${what}` : `${wanted} ${what}: use ${use}`;
}

/** The apiVersions that serve a kind, of one group or of all; the stable one is the last of its group. */
function apiVersionsOf(kind: string, group: string | undefined, minor: KubernetesMinor): string[] {
  return served(minor)
    .filter(([apiVersion, name]) => name === kind && (group === undefined || groupOf(apiVersion) === group))
    .map(([apiVersion]) => apiVersion)
    .sort((a, b) => stability(a) - stability(b));
}

function kindsOf(apiVersion: string, minor: KubernetesMinor): string[] {
  return served(minor).flatMap(([one, kind]) => (one === apiVersion ? [kind] : []));
}

function served(minor: KubernetesMinor): [apiVersion: string, kind: string][] {
  return Object.entries(kindLines).flatMap(([key, line]): [string, string][] => {
    if (!parseVersionedTexts(line).some(({ since, until }) => since <= minor && minor <= until)) return [];
    const [apiVersion = '', kind = ''] = key.split(' ');
    return [[apiVersion, kind]];
  });
}

function stability(apiVersion: string): number {
  if (apiVersion.includes('alpha')) return 0;
  return apiVersion.includes('beta') ? 1 : 2;
}

function groupOf(apiVersion: string): string {
  return apiVersion.slice(0, Math.max(apiVersion.indexOf('/'), 0));
}
