import type { Chart } from 'cdk8s';
import { ExposedApp, Exposure } from '../../lib';

/**
 * What does not type-check. The compiler reads this file, as ours and as that of a user: an expected error that is missing is an error.
 * None of it runs, since run time has its own refusals.
 */
export function illegalPrograms(chart: Chart): void {
  const image = 'web:1';
  const ports = [{ name: 'http', number: 8080 }] as const;
  const waiver = { rule: 'exposure/host-port', reason: 'x', owner: 'x', expires: '2999-01-01' };

  // @ts-expect-error -- a port that is not declared
  new ExposedApp(chart, 'a', { image, ports, exposures: [Exposure.nodePort({ ports: [{ port: 'htpp' }] })] });
  new ExposedApp(chart, 'b', {
    image,
    ports: [{ name: 'http', number: 80 }],
    // @ts-expect-error -- the same, with the ports written in place
    exposures: [Exposure.clusterIp({ ports: [{ port: 'x' }] })],
  });
  // @ts-expect-error -- the same, in an Ingress
  new ExposedApp(chart, 'c', { image, ports, exposures: [Exposure.ingress({ host: 'a.example.com', port: 'admin' })] });
  new ExposedApp(chart, 'c-tcp', {
    image,
    ports,
    // @ts-expect-error -- the same, in a route without HTTP
    exposures: [Exposure.tcpRoute({ controller: 'traefik', listenPort: 5432, port: 'admin' })],
  });
  new ExposedApp(chart, 'c-udp', {
    image,
    ports,
    // @ts-expect-error -- the same by UDP
    exposures: [Exposure.udpRoute({ controller: 'traefik', listenPort: 53, port: 'admin' })],
  });
  new ExposedApp(chart, 'c-waived', {
    image,
    ports,
    // @ts-expect-error -- the same, where a finding is waived
    exposures: [Exposure.hostPort({ ports: [{ port: 'admin' }] }).waive(waiver)],
  });
  new ExposedApp(chart, 'c-others', {
    selector: { app: 'x' },
    ports,
    // @ts-expect-error -- the same, for pods of others
    exposures: [Exposure.headless({ ports: [{ port: 'x' }] })],
  });
  // @ts-expect-error -- the same, in a probe
  new ExposedApp(chart, 'd', { image, ports, probes: { readiness: { http: { port: 'admin' } } } });
  // @ts-expect-error -- the same, in an address
  new ExposedApp(chart, 'e', { image, ports }).address('admin');
  // @ts-expect-error -- an external name beside a workload
  new ExposedApp(chart, 'f', { image, ports, exposures: [Exposure.externalName({ host: 'a.example.com' })] });
  // @ts-expect-error -- a way in by the node, for pods of others
  new ExposedApp(chart, 'g', { selector: { app: 'x' }, ports, exposures: [Exposure.hostNetwork()] });
  // @ts-expect-error -- an image and a selector
  new ExposedApp(chart, 'h', { image, selector: { app: 'x' }, ports, exposures: [] });
  // @ts-expect-error -- a fixed number of replicas beside an autoscaler
  new ExposedApp(chart, 'i', { image, ports, replicas: 2, autoscaling: { maxReplicas: 3 } });
  // @ts-expect-error -- replicas of a DaemonSet
  new ExposedApp(chart, 'j', { image, ports, perNode: true, replicas: 2 });
  // @ts-expect-error -- an image beside containers
  new ExposedApp(chart, 'k', { image, containers: [{ name: 'a', image }] });
  // @ts-expect-error -- no pods at all for a way in
  new ExposedApp(chart, 'l', { exposures: [Exposure.clusterIp()] });
  // @ts-expect-error -- a nodePort where there are none
  Exposure.clusterIp({ ports: [{ port: 'http', nodePort: 30080 }] });
  // @ts-expect-error -- the client's address is not lost inside the cluster
  Exposure.clusterIp({ preserveClientIp: true });
  // @ts-expect-error -- a load balancer without node ports has none to choose
  Exposure.loadBalancer({ nodePorts: false, ports: [{ port: 'http', nodePort: 30080 }] });
  // @ts-expect-error -- the health check port goes with the client's address
  Exposure.loadBalancer({ healthCheckNodePort: 31000 });
  // @ts-expect-error -- other numbers than the pods' behind a headless Service
  Exposure.headless({ ports: [{ port: 'http', servicePort: 80 }] });
  // @ts-expect-error -- no address
  Exposure.externalIps({ ips: [] });
  // @ts-expect-error -- neither host nor rules nor default backend
  Exposure.ingress({ className: 'traefik' });
  // @ts-expect-error -- a Secret and an issuer without a certificate between them
  Exposure.ingress({ host: 'a.example.com', tls: {} });
  // @ts-expect-error -- a path to a port and to another object
  Exposure.ingress({ host: 'a.example.com', port: 'http', resource: { kind: 'Bucket', name: 'b' } });
}
