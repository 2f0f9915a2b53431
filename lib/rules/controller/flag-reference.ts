import { namespaceOf, type ControllerFlag, type ControllerInSet } from '../../graph/controllers-in-set';
import type { Graph } from '../../graph/graph';
import { isMadeSecret } from '../../graph/secret-makers';
import { nearest } from '../../kubernetes/wording';
import { namesOneNamespace } from '../route/one-namespace';
import { defineRule, type Problem } from '../rule';
import { bad, good } from './flag-reference.examples';

export const flagReference = defineRule({
  id: 'controller/flag-reference',
  class: 'broken',
  on: ['set'],
  summary: 'What the flags of a controller name is there.',
  why: 'A controller whose default backend does not exist ends; without the ConfigMap it runs with its own settings; without the published Service no Ingress gets an address.',
  fix: 'Write the object that the flag names, correct the name, or drop the flag.',
  symptoms: ['CrashLoopBackOff', 'no service with name found', 'no address', 'Progressing'],
  references: ['https://kubernetes.github.io/ingress-nginx/user-guide/cli-arguments/'],
  good,
  bad,
  *check(graph) {
    for (const controller of graph.controllers) {
      for (const flag of controller.flags) {
        const kind = kinds[flag.name];
        const problem = kind === undefined ? undefined : missing(graph, controller, kind, flag);
        if (problem === undefined) continue;
        yield {
          object: controller.workload.object,
          field: flag.field,
          ...problem,
          message: `--${flag.name} names ${problem.message}`,
        };
      }
    }
  },
});

/** Those of which the controller waits for the object, and serves no TCP or UDP until it comes. */
const awaited: ReadonlySet<string> = new Set([
  'tcp-services-configmap',
  'udp-services-configmap',
  'configmap-tcp-services',
]);

type NamedKind = 'Service' | 'ConfigMap' | 'Secret';

/** Flags that name an object, `NAMESPACE/NAME` or a name of the controller's own namespace. */
const kinds: Readonly<Record<string, NamedKind | undefined>> = {
  'publish-service': 'Service',
  'default-backend-service': 'Service',
  'providers.kubernetesingress.ingressendpoint.publishedservice': 'Service',
  'external-service': 'Service',
  configmap: 'ConfigMap',
  'nginx-configmaps': 'ConfigMap',
  'nginx-configmap': 'ConfigMap',
  'tcp-services-configmap': 'ConfigMap',
  'udp-services-configmap': 'ConfigMap',
  'configmap-tcp-services': 'ConfigMap',
  'default-ssl-certificate': 'Secret',
  'default-server-tls-secret': 'Secret',
};

function missing(
  graph: Graph,
  { workload, make }: ControllerInSet,
  kind: NamedKind,
  { name: flag, value }: ControllerFlag,
): Omit<Problem, 'field'> | undefined {
  const parts = value.split('/');
  const name = parts[parts.length - 1] ?? '';
  const namespace = namespaceOf(parts, workload);
  if (name === '' || name.includes('$(') || graph.has(kind, namespace, name)) return undefined;
  if (kind === 'Secret' && isMadeSecret(graph, namespace, name)) return undefined;
  const [other] = graph.named(kind, name);
  if (other !== undefined && namesOneNamespace(graph)) return undefined;
  const near = nearest(name, graph.names(kind, namespace));
  const hint =
    other !== undefined
      ? `; one of that name is in namespace '${other.namespace}'`
      : near === undefined
        ? ''
        : `; '${near}' comes near`;
  const isAwaited = awaited.has(flag);
  const goesOn = isAwaited ? `${make.title} leads no ports until it comes` : `${make.title} needs it`;
  // Objects of another namespace and Secrets may well be somebody else's.
  const sure = !isAwaited && (hint !== '' || (kind !== 'Secret' && namespace === workload.namespace));
  return {
    message: `${kind} '${namespace}/${name}', which is not there${hint}; ${goesOn}`,
    ...(sure ? {} : { severity: 'warning' }),
  };
}
