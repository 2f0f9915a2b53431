import type { Graph } from '../../graph/graph';
import { servicePorts, targetNumbers } from '../../graph/service-ports';
import { nameOf } from '../../graph/set-object';
import type { Workload } from '../../graph/workload';
import { deployment, service } from '../example-manifests';
import { defineRule, type Problem } from '../rule';
import { knownPortsOf } from './known-ports';

const nginx = (ports: string, container?: string, pod = ''): string =>
  deployment('web', 'app: web', { image: 'nginx:1.29', ports, pod, ...(container === undefined ? {} : { container }) });

export const imagePort = defineRule({
  id: 'workload/image-port',
  class: 'broken',
  severity: 'warning',
  on: ['workload'],
  summary: 'A container of a well-known image declares the port that the image listens on.',
  why: '`containerPort` tells and changes nothing: an image listens where its program does. Connections to another port are refused, and a controller answers 502. Only that the image is what its name says is a guess.',
  fix: 'Declare the port of the image and lead the Service to it, or tell the program to listen elsewhere.',
  symptoms: ['502 from the controller', 'connection refused', '503 from the controller'],
  good: [
    { manifests: nginx('containerPort: 80') },
    { title: 'one of its ports', manifests: nginx('containerPort: 80 }, { containerPort: 9113') },
    { title: 'told otherwise by arguments', manifests: nginx('containerPort: 8080', 'args: [--port, "8080"]') },
    {
      title: 'told otherwise by a variable',
      manifests: nginx('containerPort: 8080', 'env: [{ name: PORT, value: "8080" }]'),
    },
    {
      title: 'told otherwise by a file',
      manifests: nginx(
        'containerPort: 8080',
        'volumeMounts: [{ name: conf, mountPath: /etc/nginx/conf.d }]',
        'volumes: [{ name: conf, configMap: { name: conf } }]',
      ),
    },
    { title: 'an image that nobody knows', manifests: deployment('web', 'app: web') },
  ],
  bad: [
    {
      title: 'declared',
      manifests: nginx('containerPort: 8080'),
      finds: ['spec.template.spec.containers[0].ports[0].containerPort'],
    },
    {
      title: 'the Service leads elsewhere',
      manifests: nginx('') + service('app: web'),
      finds: ['spec.ports[0].targetPort'],
    },
  ],
  *check(workload, { graph }) {
    for (const container of workload.containers) {
      const known = container.stays ? knownPortsOf(container) : undefined;
      if (known === undefined) continue;
      const ports = workload.ports.filter((port) => port.container === container && port.protocol === 'TCP');
      const [first] = ports;
      const listens = `image '${container.container.image ?? ''}' listens on ${known.join(', ')} unless it is told otherwise`;
      if (first !== undefined && ports.every(({ number }) => !known.includes(number))) {
        const [value, ...more] = known;
        const field = `${first.field}.containerPort`;
        const edits = more.length === 0 ? [{ set: field, value }] : [];
        yield { field, message: `${listens}, and not on ${first.number}`, edits };
      }
      if (first === undefined && workload.containers.filter(({ stays }) => stays).length === 1) {
        yield* servicesElsewhere(workload, known, listens, graph);
      }
    }
  },
});

function* servicesElsewhere(
  workload: Workload,
  known: readonly number[],
  listens: string,
  graph: Graph,
): Generator<Problem> {
  for (const object of graph.servicesOf(workload)) {
    for (const port of servicePorts(object)) {
      const [number] = targetNumbers(port, workload);
      if (number === undefined || port.protocol !== 'TCP' || known.includes(number)) continue;
      const message = `${listens}, and the port leads to ${number} of ${nameOf(workload.object)}`;
      const edits = known.length === 1 ? [{ set: `${port.field}.targetPort`, value: known[0] }] : [];
      yield { object, field: port.targetField, message, edits };
    }
  }
}
