import type { Fault } from './fault';

/** Of what scales, evicts and guards pods. */
export const policyFaults: readonly Fault[] = [
  {
    title: 'a port of the node against the Pod Security of the namespace',
    set: 'ledger',
    replace: [
      ['        - containerPort: 8080\n', '        - containerPort: 8080\n          hostPort: 8080\n'],
      [
        '  selector:\n    matchLabels:\n      app: web',
        '  strategy: {type: Recreate}\n  selector:\n    matchLabels:\n      app: web',
      ],
    ],
    rule: 'workload/pod-security',
    object: 'Deployment web',
    field: 'spec.template.spec.containers[0].ports[0].hostPort',
  },
  {
    title: 'pods below the Pod Security of the namespace',
    set: 'ledger',
    replace: [['enforce: baseline', 'enforce: restricted']],
    rule: 'workload/pod-security',
    object: 'Deployment api',
    field: 'spec.template.spec.containers[0].securityContext.allowPrivilegeEscalation',
  },
  {
    title: 'a fixed number of pods beside an autoscaler',
    set: 'ledger',
    replace: [
      [
        'spec:\n  selector:\n    matchLabels:\n      app: web',
        'spec:\n  replicas: 2\n  selector:\n    matchLabels:\n      app: web',
      ],
    ],
    rule: 'autoscaling/fixed-replicas',
    object: 'Deployment web',
    field: 'spec.replicas',
  },
  {
    title: 'an autoscaler of nothing',
    set: 'ledger',
    replace: [['    kind: Deployment\n    name: web', '    kind: Deployment\n    name: webb']],
    rule: 'autoscaling/target',
    object: 'HorizontalPodAutoscaler spare',
    field: 'spec.scaleTargetRef.name',
  },
  {
    title: 'an autoscaler with more at least than at most',
    set: 'ledger',
    replace: [['  minReplicas: 2', '  minReplicas: 8']],
    rule: 'autoscaler/replicas',
    object: 'HorizontalPodAutoscaler spare',
    field: 'spec.maxReplicas',
  },
  {
    title: 'a budget that lets none go',
    set: 'shop',
    replace: [['  minAvailable: 1', '  minAvailable: 2']],
    rule: 'disruption/blocks-drain',
    object: 'PodDisruptionBudget rel-shop',
    field: 'spec.minAvailable',
  },
  {
    title: 'a budget of zero',
    set: 'shop',
    replace: [['  minAvailable: 1', '  maxUnavailable: 0']],
    rule: 'disruption/blocks-drain',
    object: 'PodDisruptionBudget rel-shop',
    field: 'spec.maxUnavailable',
  },
  {
    title: 'a policy with the port of the Service',
    set: 'ledger',
    replace: [['    - port: 3000\n', '    - port: 8000\n']],
    rule: 'network-policy/port',
    object: 'NetworkPolicy allow-ingress',
    field: 'spec.ingress[0].ports[0].port',
  },
  {
    title: 'a policy without the controller',
    set: 'shop',
    replace: [
      [
        '        - namespaceSelector:\n            matchLabels:\n              kubernetes.io/metadata.name: traefik',
        '        - podSelector: {}',
      ],
    ],
    rule: 'network-policy/way-in',
    object: 'NetworkPolicy rel-shop',
    field: 'spec.ingress[0].from',
  },
  {
    title: 'a policy with a port of another name',
    set: 'shop',
    replace: [['        - port: http\n', '        - port: web\n']],
    rule: 'network-policy/port-name',
    object: 'NetworkPolicy rel-shop',
    field: 'spec.ingress[0].ports[0].port',
  },
  {
    title: 'a policy for UDP alone',
    set: 'shop',
    replace: [['        - port: http\n', '        - port: 8080\n          protocol: UDP\n']],
    rule: 'network-policy/port',
    object: 'NetworkPolicy rel-shop',
    field: 'spec.ingress',
  },
  {
    title: 'a policy that stands before a load balancer',
    set: 'queue',
    add: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: mq, namespace: queue}
spec:
  podSelector: {matchLabels: {app.kubernetes.io/name: mq}}
  policyTypes: [Ingress]
  ingress: [{from: [{podSelector: {}}]}]
`,
    rule: 'network-policy/way-in',
    object: 'NetworkPolicy mq',
    field: 'spec.ingress[0].from',
  },
];
