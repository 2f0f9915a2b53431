import { deployment, service } from '../example-manifests';
import { defineRule } from '../rule';

const secured = (container: string, pod = ''): string =>
  service('app: web') +
  deployment('web', 'app: web', {
    ...(container === '' ? {} : { container: `securityContext: { ${container} }` }),
    pod,
  });
const field = 'spec.template.spec.containers[0].securityContext';

export const runsAsRoot = defineRule({
  id: 'workload/runs-as-root',
  class: 'risky',
  rating: 'low',
  on: ['workload'],
  summary: 'What is reached does not ask to run as root.',
  why: 'Who breaks into a program that runs as root is root of the container, and of the node after the next hole of the runtime. Pod Security `restricted` refuses such pods.',
  fix: 'Set `runAsNonRoot: true` and a user; for a port below 1024 add the capability NET_BIND_SERVICE, or listen higher and let the Service lead there.',
  symptoms: ['violates PodSecurity "restricted"', 'runAsNonRoot != true'],
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted'],
  good: [
    { manifests: secured('runAsNonRoot: true') },
    { title: 'nothing is said', manifests: secured('') },
    {
      title: 'nobody reaches it',
      manifests: deployment('web', 'app: web', { container: 'securityContext: { runAsUser: 0 }' }),
    },
  ],
  bad: [
    { title: 'said so', manifests: secured('runAsNonRoot: false'), finds: [`${field}.runAsNonRoot`] },
    { title: 'the user zero', manifests: secured('runAsUser: 0'), finds: [`${field}.runAsUser`] },
    {
      title: 'said of the pod',
      manifests: secured('', 'securityContext: { runAsUser: 0 }'),
      finds: ['spec.template.spec.securityContext.runAsUser'],
    },
  ],
  *check(workload, { graph }) {
    const { template, spec, containers } = workload;
    const isReached = graph.servicesOf(workload).length > 0 || graph.waysIn.to(workload).length > 0;
    if (!isReached) return;
    const contexts = [
      { context: spec.securityContext, field: `${template}spec.securityContext` },
      ...containers
        .filter(({ stays }) => stays)
        .map(({ container, field }) => ({
          context: container.securityContext,
          field: `${field}.securityContext`,
        })),
    ];
    for (const { context, field } of contexts) {
      if (context?.runAsUser === 0) yield { field: `${field}.runAsUser`, message: 'the user 0 is root' };
      else if (context?.runAsNonRoot === false && (context.runAsUser ?? 0) === 0) {
        yield { field: `${field}.runAsNonRoot`, message: 'false lets the image choose root for its user' };
      }
    }
  },
});
