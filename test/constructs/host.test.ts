import { ExposedApp, Exposure } from '../../lib';
import type { ContainerAppProps } from '../../lib';
import { problemOf, synthesize } from './synthesize';

const app = { image: 'registry.example.com/web:1.0.0', ports: [{ name: 'http', number: 8080 }] } as const;
type Props = Partial<ContainerAppProps<'http'>>;
const web = (props: object) => synthesize((chart) => new ExposedApp(chart, 'web', { ...app, ...props }));
const refused = (props: object) => problemOf((chart) => new ExposedApp(chart, 'web', { ...app, ...props }));

describe('hostNetwork', () => {
  const { spec } = web({ exposures: [Exposure.hostNetwork()] })['Deployment web']!;
  const pod = spec.template.spec;

  test("the pod has the node's network and the cluster's DNS", () => {
    expect(pod).toMatchObject({ hostNetwork: true, dnsPolicy: 'ClusterFirstWithHostNet' });
  });

  test('no hostPort is mirrored into the template, where it would show as a difference for ever', () => {
    expect(pod.containers[0].ports).toEqual([{ name: 'http', containerPort: 8080, protocol: 'TCP' }]);
  });

  test('a hook by HTTP names the address, which the kubelet does not find by itself', () => {
    const lifecycle = { preStop: { http: { path: '/drain' } }, postStart: { exec: ['true'] } };
    const hooks = (exposures: readonly object[]) =>
      web({ exposures, lifecycle })['Deployment web']!.spec.template.spec.containers[0].lifecycle;
    expect(hooks([Exposure.hostNetwork()])).toMatchObject({
      preStop: { httpGet: { host: '127.0.0.1', path: '/drain', port: 'http' } },
      postStart: { exec: { command: ['true'] } },
    });
    expect(hooks([]).preStop.httpGet).toEqual({ path: '/drain', port: 'http' });
  });

  test('no two pods share a node, and an old pod goes before a new one comes', () => {
    const [term] = pod.affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution;
    expect(term).toEqual({ labelSelector: spec.selector, topologyKey: 'kubernetes.io/hostname' });
    expect(spec.strategy).toEqual({ type: 'RollingUpdate', rollingUpdate: { maxSurge: 0, maxUnavailable: 1 } });
    expect(spec.replicas).toBe(1);
  });

  test('an agent runs on every node', () => {
    const { spec: agent } = web({ perNode: true, exposures: [Exposure.hostNetwork()] })['DaemonSet web']!;
    expect(agent.template.spec.hostNetwork).toBe(true);
    expect(agent).not.toHaveProperty('replicas');
  });

  test('a port below 1024 takes root with the capability', () => {
    const ports = [{ name: 'http', number: 80 }] as const;
    const exposures = [Exposure.hostNetwork()];
    expect(refused({ ports, exposures })).toMatch(/below 1024 on the host network.*runAsRoot/);
    const objects = web({ ports, exposures, runAsRoot: true, addCapabilities: ['NET_BIND_SERVICE'] });
    expect(objects['Deployment web']!.spec.template.spec.securityContext).not.toHaveProperty('sysctls');
  });
});

describe('hostPort', () => {
  test('leads a port of the node to the container, by default under its own number', () => {
    const same = web({ exposures: [Exposure.hostPort()] })['Deployment web']!;
    expect(same.spec.template.spec.containers[0].ports[0]).toMatchObject({ containerPort: 8080, hostPort: 8080 });
    const other = web({
      exposures: [Exposure.hostPort({ hostIp: '127.0.0.1', ports: [{ port: 'http', hostPort: 8088 }] })],
    });
    expect(other['Deployment web']!.spec.template.spec.containers[0].ports[0]).toMatchObject({
      containerPort: 8080,
      hostPort: 8088,
      hostIP: '127.0.0.1',
    });
  });

  test('the update takes the old pod away first', () => {
    const { strategy } = web({ exposures: [Exposure.hostPort()] })['Deployment web']!.spec;
    expect(strategy.rollingUpdate).toEqual({ maxSurge: 0, maxUnavailable: 1 });
    expect(refused({ exposures: [Exposure.hostPort()], updateStrategy: { maxSurge: 1 } })).toMatch(
      /maxSurge is 1.*port of the old one/,
    );
  });

  test.each<[string, Props, RegExp]>([
    [
      'twice on one application',
      { exposures: [Exposure.hostPort(), Exposure.hostPort()] },
      /hostPort stands there twice/,
    ],
    ['with hostNetwork', { exposures: [Exposure.hostPort(), Exposure.hostNetwork()] }, /do not go together/],
    [
      'port 0',
      { exposures: [Exposure.hostPort({ ports: [{ port: 'http', hostPort: 0 }] })] },
      /hostPort of port 'http' is 0/,
    ],
    [
      'an address that is none',
      { exposures: [Exposure.hostPort({ hostIp: 'localhost' })] },
      /'localhost', which is no IP address/,
    ],
    [
      'a port named twice',
      { exposures: [Exposure.hostPort({ ports: [{ port: 'http' }, { port: 'http', hostPort: 1 }] })] },
      /names port 'http' twice/,
    ],
  ])('is refused: %s', (_, props, problem) => {
    expect(refused(props)).toMatch(problem);
  });

  test('two ports of the application cannot take one of the node', () => {
    const problem = problemOf(
      (chart) =>
        new ExposedApp(chart, 'web', {
          image: app.image,
          ports: [
            { name: 'http', number: 8080 },
            { name: 'admin', number: 9090 },
          ],
          exposures: [
            Exposure.hostPort({
              ports: [
                { port: 'http', hostPort: 80 },
                { port: 'admin', hostPort: 80 },
              ],
            }),
          ],
        }),
    );
    expect(problem).toMatch(/'http' and 'admin' both take 80/);
  });
});
