import type { Fault } from './fault';

/** Of Services: whom they select, which ports they have, how they are reached. */
export const serviceFaults: readonly Fault[] = [
  {
    title: 'a target port by a name that no container has',
    set: 'shop',
    replace: [['targetPort: http', 'targetPort: https']],
    rule: 'service/target-port',
    object: 'Service rel-shop',
    field: 'spec.ports[0].targetPort',
  },
  {
    title: 'a target port that no container declares',
    set: 'ledger',
    replace: [['targetPort: 3000', 'targetPort: 8000']],
    rule: 'service/target-port',
    object: 'Service api',
    field: 'spec.ports[0].targetPort',
  },
  {
    title: 'no target port, and pods that listen elsewhere',
    set: 'hello',
    replace: [['      targetPort: 5678\n', '']],
    rule: 'service/target-port',
    object: 'Service hello',
    field: 'spec.ports[0].port',
  },
  {
    title: 'a number in quotes',
    set: 'hello',
    replace: [['targetPort: 5678', 'targetPort: "5678"']],
    rule: 'port/name',
    object: 'Service hello',
    field: 'spec.ports[0].targetPort',
  },
  {
    title: 'no ports',
    set: 'ledger',
    replace: [['  ports:\n  - name: http\n    port: 80\n    targetPort: 8080\n', '']],
    rule: 'service/ports',
    object: 'Service web',
    field: 'spec.ports',
  },
  {
    title: 'a second port without a name',
    set: 'hello',
    replace: [['      nodePort: 30080', '      nodePort: 30080\n    - port: 9090\n      targetPort: 5678']],
    rule: 'service/port-name',
    object: 'Service hello',
    field: 'spec.ports[1].name',
  },
  {
    title: 'one port twice',
    set: 'hello',
    replace: [
      ['      nodePort: 30080', '      nodePort: 30080\n    - name: alt\n      port: 80\n      targetPort: 5679'],
    ],
    rule: 'service/port-unique',
    object: 'Service hello',
    field: 'spec.ports[1]',
  },
  {
    title: 'a selector by another key',
    set: 'shop',
    replace: [['  selector:\n    app.kubernetes.io/name: shop\n', '  selector:\n    app: shop\n']],
    rule: 'service/selector',
    object: 'Service rel-shop',
    field: 'spec.selector',
  },
  {
    title: 'a selector that is misspelt',
    set: 'hello',
    replace: [['  selector:\n    app: hello\n', '  selector:\n    app: helo\n']],
    rule: 'service/selector',
    object: 'Service hello',
    field: 'spec.selector',
  },
  {
    title: 'a selector of another version',
    set: 'hello',
    replace: [
      ['  selector:\n    app: hello\n  ports', '  selector:\n    app: hello\n    version: "2"\n  ports'],
      ['      labels:\n        app: hello', '      labels:\n        app: hello\n        version: "3"'],
    ],
    rule: 'service/selector',
    object: 'Service hello',
    field: 'spec.selector',
  },
  {
    title: 'pods of another namespace',
    set: 'hello',
    replace: [
      [
        'kind: Service\nmetadata:\n  name: hello\n  namespace: demo',
        'kind: Service\nmetadata:\n  name: hello\n  namespace: demo-prod',
      ],
    ],
    rule: 'service/selector',
    object: 'Service hello',
    field: 'spec.selector',
  },
  {
    title: 'pods of a CronJob beside the others',
    set: 'ledger',
    add: `apiVersion: batch/v1
kind: CronJob
metadata: {name: cleanup, namespace: ledger}
spec:
  schedule: "0 3 * * *"
  jobTemplate:
    spec:
      template:
        metadata: {labels: {app: web, tier: frontend}}
        spec:
          restartPolicy: Never
          containers: [{name: cleanup, image: "ghcr.io/example/ledger-jobs:2.11.0"}]
`,
    rule: 'service/selector-too-wide',
    object: 'Service web',
    field: 'spec.selector',
  },
  {
    title: 'a node port out of range',
    set: 'hello',
    replace: [['nodePort: 30080', 'nodePort: 8080']],
    rule: 'service/node-port-range',
    object: 'Service hello',
    field: 'spec.ports[0].nodePort',
  },
  {
    title: 'a node port that is taken',
    set: 'hello',
    add: `apiVersion: v1
kind: Service
metadata: {name: hello2, namespace: demo}
spec:
  type: NodePort
  selector: {app: hello}
  ports: [{name: http, port: 81, targetPort: 5678, nodePort: 30080}]
`,
    rule: 'service/node-port-taken',
    object: 'Service hello2',
    field: 'spec.ports[0].nodePort',
  },
  {
    title: 'a type in small letters',
    set: 'hello',
    replace: [['  type: NodePort\n', '  type: nodePort\n']],
    rule: 'service/type',
    object: 'Service hello',
    field: 'spec.type',
  },
  {
    title: 'a node port without a port',
    set: 'hello',
    replace: [['      port: 80\n', '']],
    rule: 'port/number',
    object: 'Service hello',
    field: 'spec.ports[0].port',
  },
  {
    title: 'a selector beside the spec',
    set: 'hello',
    replace: [
      ['spec:\n  type: NodePort\n  selector:\n    app: hello\n', 'selector:\n  app: hello\nspec:\n  type: NodePort\n'],
    ],
    rule: 'decode/unknown-field',
    object: 'Service hello',
    field: 'selector',
  },
  {
    title: 'a traffic policy in small letters',
    set: 'queue',
    replace: [['externalTrafficPolicy: Local', 'externalTrafficPolicy: local']],
    rule: 'service/external-traffic-policy',
    object: 'Service mq',
    field: 'spec.externalTrafficPolicy',
  },
  {
    title: 'internal traffic kept on the node',
    set: 'ledger',
    replace: [
      [
        'spec:\n  ports:\n  - name: http\n    port: 8000',
        'spec:\n  internalTrafficPolicy: Local\n  ports:\n  - name: http\n    port: 8000',
      ],
    ],
    rule: 'service/traffic-policy',
    object: 'Service api',
    field: 'spec.internalTrafficPolicy',
  },
  {
    title: 'the time of an affinity that is none',
    set: 'hello',
    replace: [['  type: NodePort\n', '  type: NodePort\n  sessionAffinityConfig: {clientIP: {timeoutSeconds: 60}}\n']],
    rule: 'service/affinity',
    object: 'Service hello',
    field: 'spec.sessionAffinityConfig',
  },
  {
    title: 'an external address',
    set: 'hello',
    replace: [['  type: NodePort\n', '  type: NodePort\n  externalIPs: [203.0.113.7]\n']],
    rule: 'exposure/external-ips',
    object: 'Service hello',
    field: 'spec.externalIPs',
  },
  {
    title: 'an annotation of a load balancer that is misspelt',
    set: 'queue',
    replace: [['aws-load-balancer-nlb-target-type', 'aws-load-balancer-nlb-target-typ']],
    rule: 'service/load-balancer-annotation',
    object: 'Service mq',
    field: 'metadata.annotations[service.beta.kubernetes.io/aws-load-balancer-nlb-target-typ]',
  },
  {
    title: 'annotations of a load balancer that is none',
    set: 'queue',
    replace: [
      ['  type: LoadBalancer\n  externalTrafficPolicy: Local\n  loadBalancerSourceRanges:\n    - 10.20.0.0/16\n', ''],
    ],
    rule: 'service/load-balancer-annotation',
    object: 'Service mq',
    field: 'metadata.annotations[service.beta.kubernetes.io/aws-load-balancer-type]',
  },
  {
    title: 'ranges of addresses of a load balancer that is none',
    set: 'queue',
    replace: [['  type: LoadBalancer\n  externalTrafficPolicy: Local\n', '  type: ClusterIP\n']],
    rule: 'service/load-balancer-source-ranges',
    object: 'Service mq',
    field: 'spec.LoadBalancerSourceRanges',
  },
  {
    title: 'a range that is none',
    set: 'queue',
    replace: [['    - 10.20.0.0/16', '    - 10.20.0.0']],
    rule: 'service/load-balancer-source-ranges',
    object: 'Service mq',
    field: 'spec.LoadBalancerSourceRanges[0]',
  },
  {
    title: 'one Service twice',
    set: 'hello',
    add: `apiVersion: v1
kind: Service
metadata: {name: hello, namespace: demo}
spec: {selector: {app: hello}, ports: [{port: 8080, targetPort: 5678}]}
`,
    rule: 'set/same-object',
    object: 'Service hello',
    field: 'metadata.name',
  },
];
