import { App, Chart } from 'cdk8s';
import { documentsOf, ExposedApp, Exposure, type Waiver } from '../../lib';
import type { HostExposure, ServiceExposure } from '../../lib';

const waiver: Waiver = { rule: 'exposure/host-port', reason: 'an agent', owner: 'team-edge', expires: '2027-03-31' };

/** The objects that carry the waiver, by kind and name. */
function waived(exposures: readonly (HostExposure<'http'> | ServiceExposure<'http'>)[]): string[] {
  const app = new App();
  const chart = new Chart(app, 'chart', { namespace: 'shop' });
  new ExposedApp(chart, 'web', {
    image: 'registry.example.com/web:1.0',
    ports: [{ name: 'http', number: 8080 }],
    exposures,
  });
  return documentsOf(app).flatMap(({ manifest }) => {
    const { kind, metadata } = manifest as {
      kind: string;
      metadata: { name: string; annotations?: Record<string, string> };
    };
    const value = metadata.annotations?.['waive.cdk8s-exposed-app/exposure.host-port'];
    if (value === undefined) return [];
    expect(JSON.parse(value)).toEqual({ reason: 'an agent', owner: 'team-edge', expires: '2027-03-31' });
    return [`${kind}/${metadata.name}`];
  });
}

test.each([
  ['hostPort', Exposure.hostPort().waive(waiver), 'Deployment/web'],
  ['hostNetwork', Exposure.hostNetwork().waive(waiver), 'Deployment/web'],
  ['nodePort', Exposure.nodePort({ name: 'door' }).waive(waiver), 'Service/door'],
  ['loadBalancer', Exposure.loadBalancer().waive(waiver), 'Service/web-load-balancer'],
  ['ingress', Exposure.ingress({ host: 'web.example.com' }).waive(waiver), 'Ingress/web'],
])('the waiver of %s stands on the object that it became, and on no other', (_, exposure, object) => {
  expect(waived([Exposure.clusterIp({ name: 'inside' }), exposure])).toEqual([object]);
});

test('an exposure may carry several, and stays what it is without them', () => {
  const plain = Exposure.hostPort();
  const twice = plain.waive(waiver).waive({ ...waiver, rule: 'host/port-taken' });
  expect(twice.waivers).toHaveLength(2);
  expect(plain).toEqual({ mode: 'hostPort' });
});

test.each([
  ['no day', { ...waiver, expires: 'soon' }, "expires is 'soon', which is no day: write it as 2027-03-31"],
  ['no owner', { ...waiver, owner: '' }, 'a waiver needs owner'],
  ['every rule', { ...waiver, rule: '*' }, "'*' is the id of no rule"],
])('a waiver with %s is refused where it is written', (_, wrong, message) => {
  expect(() => waived([Exposure.hostPort().waive(wrong)])).toThrow(message);
});
