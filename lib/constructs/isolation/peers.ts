import type { IConstruct } from 'constructs';
import { parseCidr } from '../../kubernetes/addresses';
import { ConstructError } from '../construct-error';
import { checkLabels } from '../names';
import type { AppPods, Peer } from './props';

/** A peer in Kubernetes' shape. */
export type PolicyPeer =
  | { readonly ipBlock: { readonly cidr: string } }
  | { readonly namespaceSelector?: object; readonly podSelector?: object };

/** The pods of the namespace of the policy. */
export const ownNamespace: readonly PolicyPeer[] = [{ podSelector: {} }];

/** @throws ConstructError where nobody is named, or by what is no label or range. */
export function peersOf(scope: IConstruct, prop: string, peer: Peer): readonly PolicyPeer[] {
  if (peer.cidrs !== undefined) return blocksOf(scope, prop, peer.cidrs);
  const { namespace, pods } = peer;
  const namespaces = typeof namespace === 'string' ? byName(namespace) : namespace;
  checkLabels(scope, namespaces);
  checkLabels(scope, pods);
  if (namespaces === undefined && pods === undefined) {
    throw new ConstructError(scope, `${prop} names nobody. Give it a namespace, labels of pods, or cidrs.`);
  }
  return [
    {
      ...(namespaces === undefined ? {} : { namespaceSelector: { matchLabels: namespaces } }),
      ...(pods === undefined ? {} : { podSelector: { matchLabels: pods } }),
    },
  ];
}

/** The pods of an application, in whichever namespace they are. */
export function peerOfPods({ namespace, labels }: AppPods): PolicyPeer {
  const podSelector = { matchLabels: labels };
  return namespace === undefined
    ? { podSelector }
    : { namespaceSelector: { matchLabels: byName(namespace) }, podSelector };
}

export function blocksOf(scope: IConstruct, prop: string, ranges: readonly string[]): readonly PolicyPeer[] {
  if (ranges.length === 0)
    throw new ConstructError(scope, `${prop} is empty, and would let nobody in. Name at least one range.`);
  const wrong = ranges.find((range) => parseCidr(range) === undefined);
  if (wrong !== undefined)
    throw new ConstructError(scope, `${prop} names '${wrong}', which is no CIDR. Give ranges such as 10.0.0.0/8.`);
  return ranges.map((cidr) => ({ ipBlock: { cidr } }));
}

/** The label that every namespace has, k8s.io/api core/v1, LabelMetadataName. */
function byName(namespace: string): Readonly<Record<string, string>> {
  return { 'kubernetes.io/metadata.name': namespace };
}
