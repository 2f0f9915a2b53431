import { check } from '../../../lib';
import { parseManifests } from '../../../lib/manifests/parse-manifests';

/** Ways in as old articles print them, and what is risky about each. */
const printed = {
  'a pod on the network of its node': [
    '{apiVersion: v1, kind: Pod, metadata: {name: influxdb}, spec: {hostNetwork: true, containers: [{name: influxdb, image: influxdb}]}}',
    ['exposure/host-network spec.hostNetwork error'],
  ],
  'a pod with a host port': [
    '{apiVersion: v1, kind: Pod, metadata: {name: influxdb}, spec: {containers: [{name: influxdb, image: influxdb, ports: [{containerPort: 8086, hostPort: 8086}]}]}}',
    ['exposure/host-port spec.containers[0].ports[0].hostPort warning'],
  ],
  'external addresses': [
    '{apiVersion: v1, kind: Service, metadata: {name: my-service}, spec: {selector: {app: MyApp}, ports: [{name: http, protocol: TCP, port: 80, targetPort: 9376}], externalIPs: [80.11.12.10]}}',
    ['exposure/external-ips spec.externalIPs error', 'api/deprecated spec.externalIPs note'],
  ],
  'an ExternalName, taken for a way in': [
    '{apiVersion: v1, kind: Service, metadata: {name: my-service}, spec: {type: ExternalName, externalName: my.database.example.com}}',
    ['exposure/external-name-way-out spec.type note'],
  ],
  'a load balancer for everybody': [
    '{kind: Service, apiVersion: v1, metadata: {name: influxdb}, spec: {type: LoadBalancer, ports: [{port: 8086}], selector: {name: influxdb}}}',
    ['exposure/load-balancer-open spec.type error'],
  ],
  'a load balancer with ranges, and node ports beside it': [
    '{apiVersion: v1, kind: Service, metadata: {name: example}, spec: {type: LoadBalancer, loadBalancerIP: 78.11.24.19, ports: [{port: 8765, targetPort: 9376}], selector: {app: example}, loadBalancerSourceRanges: [10.0.0.0/8]}}',
    ['exposure/load-balancer-node-ports spec.type warning', 'exposure/load-balancer-ip spec.loadBalancerIP note'],
  ],
} as const;

test.each(Object.entries(printed))('%s', (_, [manifest, expected]) => {
  const { findings } = check(parseManifests(manifest), { policy: { preset: 'strict' } });
  const lines = findings.map(({ rule, field, severity }) => `${rule} ${field} ${severity}`);
  expect(lines).toEqual(expect.arrayContaining([...expected]));
});
