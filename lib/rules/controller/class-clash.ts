import { flagOf, type ControllerInSet } from '../../graph/controllers-in-set';
import { classFlagOf } from '../../graph/ingress-makes';
import { nameOf } from '../../graph/set-object';
import { deployment } from '../example-manifests';
import { defineRule } from '../rule';

const one = (name: string, ...args: readonly string[]): string =>
  deployment(name, `app: ${name}`, {
    image: 'registry.k8s.io/ingress-nginx/controller:v1.15.1',
    container: `args: [${args.map((arg) => `"${arg}"`).join(', ')}]`,
  });

export const controllerClassClash = defineRule({
  id: 'controller/class-clash',
  class: 'broken',
  on: ['set'],
  summary: 'Two controllers of one make serve different classes.',
  why: 'Two controllers with one controller string serve the same Ingresses and write their own addresses into them in turn; a leader election of one name leaves one of them without.',
  fix: 'Give the second a `--controller-class`, an `--ingress-class` and an `--election-id` of its own, and its IngressClass that string.',
  symptoms: ['address changes back and forth', 'wrong controller answers', 'Progressing'],
  references: ['https://kubernetes.github.io/ingress-nginx/user-guide/multiple-ingress/'],
  good: [
    {
      title: 'classes of their own',
      manifests:
        one('outer') + one('inner', '--controller-class=k8s.io/inner', '--ingress-class=inner', '--election-id=inner'),
    },
    { title: 'namespaces of their own', manifests: one('a', '--watch-namespace=a') + one('b', '--watch-namespace=b') },
  ],
  bad: [
    {
      title: 'nothing sets them apart',
      manifests: one('outer') + one('inner'),
      finds: ['spec.template.spec.containers[0]'],
    },
    {
      title: 'another name for the class alone',
      manifests: one('outer') + one('inner', '--ingress-class=inner'),
      finds: ['spec.template.spec.containers[0]'],
    },
  ],
  *check(graph) {
    const first = new Map<string, ControllerInSet>();
    for (const controller of graph.controllers) {
      if (graph.isRepeated(controller.workload.object)) continue;
      const key = classOf(controller);
      const other = first.get(key);
      if (other === undefined) first.set(key, controller);
      if (other === undefined || other.workload === controller.workload) continue;
      const { workload, container, make } = controller;
      yield {
        object: workload.object,
        field: container.field,
        message: `${make.title} runs in ${nameOf(other.workload.object)} too, for the same classes`,
        related: [{ object: other.workload.object, field: other.container.field }],
      };
    }
  },
});

/** What sets a controller apart from others of its make. */
function classOf(controller: ControllerInSet): string {
  const { make } = controller;
  const byString = make.controllerStrings.length > 0 && ['ingress-nginx'].includes(make.title);
  const own = flagOf(controller, 'controller-class');
  const watched = flagOf(
    controller,
    'watch-namespace',
    'watch-namespaces',
    'namespace-whitelist',
    'providers.kubernetesingress.namespaces',
  );
  const label = flagOf(controller, 'providers.kubernetesingress.labelselector', 'watch-namespace-selector');
  return JSON.stringify([
    make.title,
    byString ? (own ?? '') : (classFlagOf(controller) ?? ''),
    watched ?? '',
    label ?? '',
  ]);
}
