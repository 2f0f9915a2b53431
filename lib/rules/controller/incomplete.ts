import { albAnnotations, makeOfString } from '../../controllers/annotations';
import { flagOf, type ControllerInSet } from '../../graph/controllers-in-set';
import type { Graph } from '../../graph/graph';
import { oncePerGraph } from '../../graph/once';
import type { ClusterRoleBinding, RoleBinding } from '../../kubernetes/api';
import type { SetObject } from '../../graph/set-object';
import { ingress, ingressClass, web } from '../ingress-example';
import { deployment } from '../example-manifests';
import { defineRule, type Problem } from '../rule';

const image = 'registry.k8s.io/ingress-nginx/controller:v1.15.1';
const controller = (pod = ''): string => deployment('controller', 'app: controller', { image, pod });
const account = `
---
apiVersion: v1
kind: ServiceAccount
metadata: { name: controller }
`;
const rights = `${account}---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: controller }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: controller }
subjects: [{ kind: ServiceAccount, name: controller, namespace: default }]
`;
const named = 'serviceAccountName: controller';
const account0 = 'spec.template.spec.serviceAccountName';

export const controllerIncomplete = defineRule({
  id: 'controller/incomplete',
  class: 'broken',
  on: ['set'],
  summary: 'A controller comes with its ServiceAccount, its rights and its class.',
  why: 'A controller that may not list Ingresses ends or serves nothing, and without an IngressClass whose string is its own no Ingress is its.',
  fix: 'Add a ServiceAccount, a ClusterRole with its binding, and an IngressClass, as the manifests of the project have them.',
  symptoms: ['CrashLoopBackOff', 'forbidden: cannot list resource ingresses', '404 from the controller', 'Progressing'],
  references: ['https://kubernetes.github.io/ingress-nginx/deploy/rbac/'],
  good: [
    {
      title: 'with all of it',
      manifests: controller(named) + rights + ingressClass('nginx', 'k8s.io/ingress-nginx') + ingress() + web,
    },
    {
      title: 'told by the target',
      manifests: controller(named),
      target: { exists: [{ kind: 'ServiceAccount', name: 'controller' }], ingressClasses: ['nginx'] },
    },
  ],
  bad: [
    {
      title: 'the account of nobody',
      manifests: controller() + ingressClass('nginx', 'k8s.io/ingress-nginx'),
      finds: ['spec.template.spec'],
    },
    {
      title: 'an account without rights',
      manifests: controller(named) + account + ingressClass('nginx', 'k8s.io/ingress-nginx'),
      finds: [account0],
    },
    { title: 'no class', manifests: controller(named) + rights, finds: ['spec.template.spec.containers[0]'] },
  ],
  *check(graph) {
    for (const controller of graph.controllers) {
      // The controllers of clouds and of service meshes are installed with the cluster.
      if (controller.make.keys.size === 0 || controller.make === albAnnotations) continue;
      const rights = rightsProblem(graph, controller);
      if (rights !== undefined) yield { object: controller.workload.object, ...rights };
      const noClass = classProblem(graph, controller);
      if (noClass !== undefined) yield { object: controller.workload.object, ...noClass };
    }
  },
});

function rightsProblem(graph: Graph, { workload, make }: ControllerInSet): Problem | undefined {
  const { namespace, template, spec } = workload;
  const name = spec.serviceAccountName ?? spec.serviceAccount ?? '';
  const field = `${template}spec${name === '' ? '' : spec.serviceAccountName == null ? '.serviceAccount' : '.serviceAccountName'}`;
  const account = name === '' ? 'default' : name;
  if (boundAccounts(graph).has(`${namespace}\n${account}`)) return undefined;
  if (name === '') {
    return {
      field,
      message: `${make.title} runs as the ServiceAccount 'default', which may not list Ingresses, Services and Secrets`,
    };
  }
  // What is not in the set is missing, of which workload/service-account tells, or bound by whoever looks after the cluster.
  if (graph.find('ServiceAccount', namespace, name) === undefined) return undefined;
  return {
    field,
    message: `no ClusterRoleBinding or RoleBinding of the set gives the ServiceAccount '${name}' any rights`,
  };
}

/** The ServiceAccounts that have rights by the set. */
const boundAccounts = oncePerGraph((graph): ReadonlySet<string> => {
  const bindings: readonly SetObject<ClusterRoleBinding | RoleBinding>[] = [
    ...graph.ofKind('ClusterRoleBinding'),
    ...graph.ofKind('RoleBinding'),
  ];
  return new Set(
    bindings.flatMap(({ body, namespace }) =>
      (body.subjects ?? []).map(
        (subject) => `${subject?.namespace ?? (namespace === '' ? 'default' : namespace)}\n${subject?.name ?? ''}`,
      ),
    ),
  );
});

function classProblem(graph: Graph, controller: ControllerInSet): Problem | undefined {
  const { make, container } = controller;
  const { classes, complete } = graph.ingressClasses;
  const told = flagOf(controller, 'controller-class');
  const served = classes.some(({ controllerString }) => {
    // The target may tell the name of a class alone.
    if (controllerString === undefined) return true;
    return told === undefined ? makeOfString(controllerString) === make : controllerString === told;
  });
  // Traefik and Contour do without.
  const needs = make.title !== 'Traefik' && make.title !== 'Contour';
  if (served || complete || !needs || graph.controllers.length > 1) return undefined;
  const string = told ?? make.controllerStrings[0] ?? '';
  return {
    field: container.field,
    message: `no IngressClass has the controller '${string}', which ${make.title} serves`,
    fix: `Add an IngressClass with spec.controller '${string}' and name it in the Ingresses.`,
    severity: 'warning',
  };
}
