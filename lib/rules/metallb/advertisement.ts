import { oncePerGraph } from '../../graph/once';
import { labelSelectorAt } from '../../graph/label-selector-at';
import type { SetObject } from '../../graph/set-object';
import { labelSelectorMatcher } from '../../kubernetes/label-selectors';
import { itemsOf, textOf, valueAt } from '../../manifests/untyped';
import { custom } from '../custom-example';
import { defineRule } from '../rule';

const inMetalLb = { namespace: 'metallb-system' };
const pool = (name = 'home'): string =>
  custom('metallb.io/v1beta1 IPAddressPool', name, "{ addresses: ['192.168.1.240/28'] }", inMetalLb);
const advertisement = (spec: string, kind = 'L2Advertisement'): string =>
  custom(`metallb.io/v1beta1 ${kind}`, 'all', spec, inMetalLb);

export const metalLbAdvertisement = defineRule({
  id: 'metallb/advertisement',
  class: 'broken',
  on: ['metallb.io IPAddressPool'],
  summary: 'Every pool of MetalLB is advertised.',
  why: 'A Service gets its address from a pool that no L2Advertisement and no BGPAdvertisement names, but nobody answers for the address: connections time out.',
  fix: 'Write an L2Advertisement or BGPAdvertisement in the namespace of MetalLB; without `ipAddressPools` it is for all pools.',
  symptoms: ['connection timed out', 'no route to host', 'no ARP reply'],
  references: ['https://metallb.io/configuration/'],
  good: [
    { title: 'all pools', manifests: pool() + advertisement('{}') },
    { title: 'by name', manifests: pool() + advertisement('{ ipAddressPools: [home] }', 'BGPAdvertisement') },
    {
      title: 'by labels',
      manifests:
        pool().replace('name: home', 'name: home, labels: { zone: a }') +
        advertisement('{ ipAddressPoolSelectors: [{ matchLabels: { zone: a } }] }'),
    },
  ],
  bad: [
    { title: 'none', manifests: pool(), finds: ['metadata.name'] },
    {
      title: 'another pool',
      manifests: pool() + pool('lab') + advertisement('{ ipAddressPools: [lab] }'),
      finds: ['metadata.name'],
    },
    { title: 'misspelt', manifests: pool() + advertisement('{ ipAddressPools: [hom] }'), finds: ['metadata.name'] },
  ],
  *check(pool, { graph }) {
    const all = advertisements(graph);
    if (all.some((one) => advertises(one, pool))) return;
    const [other] = all;
    yield {
      field: 'metadata.name',
      message: `no L2Advertisement or BGPAdvertisement is for pool '${pool.name}'`,
      // Without any in the set they may lie elsewhere.
      ...(other === undefined
        ? { severity: 'warning' }
        : { related: [{ object: other, field: 'spec.ipAddressPools' }] }),
    };
  },
});

const advertisements = oncePerGraph((graph): readonly SetObject[] => [
  ...graph.ofKind('metallb.io L2Advertisement'),
  ...graph.ofKind('metallb.io BGPAdvertisement'),
]);

function advertises({ body }: SetObject, { name, labels }: SetObject): boolean {
  const names = itemsOf(valueAt(body, 'spec', 'ipAddressPools')).map(textOf);
  const selectors = itemsOf(valueAt(body, 'spec', 'ipAddressPoolSelectors'));
  if (names.length === 0 && selectors.length === 0) return true;
  return (
    names.includes(name) ||
    selectors.some((one) => labelSelectorMatcher(labelSelectorAt(one))?.matches(labels) === true)
  );
}
