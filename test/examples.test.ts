import type { Chart } from 'cdk8s';
import { App, Testing, YamlOutputType } from 'cdk8s';
import type { Construct } from 'constructs';
import * as clusterIp from '../examples/cluster-ip';
import * as contour from '../examples/controllers/contour';
import * as haproxy from '../examples/controllers/haproxy';
import * as ingressNginx from '../examples/controllers/ingress-nginx';
import * as nginx from '../examples/controllers/nginx';
import * as traefik from '../examples/controllers/traefik';
import * as externalIps from '../examples/external-ips';
import * as externalName from '../examples/external-name';
import * as givenPods from '../examples/given-pods';
import * as headless from '../examples/headless';
import * as hostNetwork from '../examples/host-network';
import * as hostPort from '../examples/host-port';
import * as ingress from '../examples/ingress';
import * as ingressScenarios from '../examples/ingress-scenarios';
import * as isolation from '../examples/isolation';
import * as loadBalancer from '../examples/load-balancer';
import * as nodePort from '../examples/node-port';
import * as shop from '../examples/shop';
import { checkApp } from '../lib';
import type { Written } from './constructs/synthesize';

type Example = new (scope: Construct, id: string) => Chart;

const examples = Object.entries<Example>({
  ...clusterIp,
  ...contour,
  ...externalIps,
  ...externalName,
  ...givenPods,
  ...haproxy,
  ...headless,
  ...hostNetwork,
  ...hostPort,
  ...ingress,
  ...ingressNginx,
  ...ingressScenarios,
  ...isolation,
  ...loadBalancer,
  ...nginx,
  ...nodePort,
  ...shop,
  ...traefik,
});

const objectsOf = (Example: Example) => Testing.synth(new Example(Testing.app(), 'example')) as Written[];

test.each(examples)('%s', (_, Example) => {
  expect(objectsOf(Example)).toMatchSnapshot();
});

test.each(examples)('%s is sound: what it risks has a waiver, and no waiver is left over', (_, Example) => {
  const app = new App();
  new Example(app, 'example');
  const { findings } = checkApp(app, { today: '2026-11-21' });
  const told = findings.filter(({ waived }) => waived === undefined);
  expect(told.map(({ rule, construct, message }) => `${rule} [${construct ?? ''}] ${message}`)).toEqual([]);
});

test.each(examples)(
  'every Service of %s selects pods of its set, and leads to a port that they declare',
  (_, Example) => {
    const objects = objectsOf(Example);
    const pods = objects.flatMap(({ spec }) => (spec?.template === undefined ? [] : [spec.template]));
    for (const { kind, metadata, spec } of objects) {
      if (kind !== 'Service' || spec.type === 'ExternalName') continue;
      const selected = pods.filter(({ metadata: pod }) =>
        Object.entries(spec.selector).every(([key, value]) => pod.labels[key] === value),
      );
      const containers = selected.flatMap((pod) => [...pod.spec.containers, ...(pod.spec.initContainers ?? [])]);
      const declared = containers.flatMap(({ ports = [] }) => ports.map(({ name }: { name: string }) => name));
      expect([metadata.name, selected.length]).toEqual([metadata.name, 1]);
      expect(declared).toEqual(
        expect.arrayContaining(spec.ports.map(({ targetPort }: { targetPort: string }) => targetPort)),
      );
    }
  },
);

test('an application of ours synthesizes in a plain cdk8s App too', () => {
  const app = new App({ yamlOutputType: YamlOutputType.FILE_PER_APP });
  new clusterIp.ClusterIpExample(app, 'cluster-ip');
  expect(app.synthYaml()).toContain('name: my-nginx');
});
