import type { Fault } from './fault';

/** Of pods and their ports. */
export const workloadFaults: readonly Fault[] = [
  {
    title: 'a probe of the port of the Service',
    set: 'ledger',
    replace: [['            path: /\n            port: 8080', '            path: /\n            port: 80']],
    rule: 'workload/probe-port',
    object: 'Deployment web',
    field: 'spec.template.spec.containers[0].readinessProbe.httpGet.port',
  },
  {
    title: 'a probe of a port that has another name',
    set: 'shop',
    replace: [
      [
        '              path: /healthz\n              port: http',
        '              path: /healthz\n              port: health',
      ],
    ],
    rule: 'workload/probe-port',
    object: 'Deployment rel-shop',
    field: 'spec.template.spec.containers[0].livenessProbe.httpGet.port',
  },
  {
    title: 'one name for two ports',
    set: 'ledger',
    replace: [
      ['        - containerPort: 9090\n          name: metrics', '        - containerPort: 9090\n          name: http'],
    ],
    rule: 'container-port/name',
    object: 'Deployment api',
    field: 'spec.template.spec.containers[0].ports[1].name',
  },
  {
    title: 'two containers at one port',
    set: 'ledger',
    replace: [
      [
        '      - image: ghcr.io/example/ledger-web:2.11.0',
        '      - image: ghcr.io/example/log:1.0.0\n        name: log\n        ports:\n        - containerPort: 8080\n      - image: ghcr.io/example/ledger-web:2.11.0',
      ],
    ],
    rule: 'workload/port-twice',
    object: 'Deployment web',
    field: 'spec.template.spec.containers[1].ports[0].containerPort',
  },
  {
    title: 'an image that listens elsewhere',
    set: 'hello',
    replace: [['image: example/hello:3.2', 'image: nginx:1.29']],
    rule: 'workload/image-port',
    object: 'Deployment hello',
    field: 'spec.template.spec.containers[0].ports[0].containerPort',
  },
  {
    title: 'a program that listens for its own pod alone',
    set: 'hello',
    replace: [['          ports:\n', '          args: ["--listen=127.0.0.1:5678"]\n          ports:\n']],
    rule: 'workload/listens',
    object: 'Deployment hello',
    field: 'spec.template.spec.containers[0].args[0]',
  },
  {
    title: 'a program that is told another port',
    set: 'hello',
    replace: [['          ports:\n', '          env: [{name: PORT, value: "3000"}]\n          ports:\n']],
    rule: 'workload/listens',
    object: 'Deployment hello',
    field: 'spec.template.spec.containers[0].env[0].value',
  },
  {
    title: 'an image with a variable',
    set: 'hello',
    replace: [['image: example/hello:3.2', 'image: example/hello:$TAG']],
    rule: 'workload/image-name',
    object: 'Deployment hello',
    field: 'spec.template.spec.containers[0].image',
  },
  {
    title: 'a name of more than 15 letters',
    set: 'shop',
    replace: [['            - name: http\n', '            - name: http-public-port1\n']],
    rule: 'container-port/name',
    object: 'Deployment rel-shop',
    field: 'spec.template.spec.containers[0].ports[0].name',
  },
  {
    title: 'a selector that does not select its own pods',
    set: 'hello',
    replace: [['    metadata:\n      labels:\n        app: hello', '    metadata:\n      labels:\n        app: helo']],
    rule: 'workload/selector-match',
    object: 'Deployment hello',
    field: 'spec.template.metadata.labels',
  },
  {
    title: 'a ConfigMap without its suffix',
    set: 'ledger',
    replace: [['            name: api-config-7f6h2k9d5m', '            name: api-config']],
    rule: 'workload/config-missing',
    object: 'Deployment api',
    field: 'spec.template.spec.containers[0].envFrom[0].configMapRef.name',
  },
  {
    title: 'a ServiceAccount of another name',
    set: 'shop',
    replace: [['serviceAccountName: rel-shop', 'serviceAccountName: shop-rel']],
    rule: 'workload/service-account',
    object: 'Deployment rel-shop',
    field: 'spec.template.spec.serviceAccountName',
  },
  {
    title: 'a Service of another namespace by its short name',
    set: 'sites',
    replace: [
      [
        '          ports: [{name: web, containerPort: 8080}]',
        '          env: [{name: ORDERS_URL, value: "http://orders/v1"}]\n          ports: [{name: web, containerPort: 8080}]',
      ],
    ],
    rule: 'workload/service-address',
    object: 'Deployment site',
    field: 'spec.template.spec.containers[0].env[0].value',
  },
  {
    title: 'the address of a Service with the port of its pods',
    set: 'sites',
    replace: [
      [
        '          ports: [{name: web, containerPort: 8080}]',
        '          env: [{name: ORDERS_URL, value: "http://orders.back:8080/v1"}]\n          ports: [{name: web, containerPort: 8080}]',
      ],
    ],
    rule: 'workload/service-address',
    object: 'Deployment site',
    field: 'spec.template.spec.containers[0].env[0].value',
  },
  {
    title: 'no pods',
    set: 'ledger',
    replace: [['  replicas: 3', '  replicas: 0']],
    rule: 'workload/no-pods',
    object: 'Deployment api',
    field: 'spec.replicas',
  },
  {
    title: 'a port of the node that is taken',
    set: 'relay',
    add: `apiVersion: apps/v1
kind: DaemonSet
metadata: {name: relay2, namespace: edge}
spec:
  selector: {matchLabels: {app: relay2}}
  template:
    metadata: {labels: {app: relay2}}
    spec:
      containers:
        - name: relay
          image: registry.example.com/relay:2.0.4
          ports: [{name: syslog, containerPort: 1514, hostPort: 1514, protocol: UDP}]
`,
    rule: 'host/port-taken',
    object: 'DaemonSet relay2',
    field: 'spec.template.spec.containers[0].ports[0].hostPort',
  },
  {
    title: 'three pods for one port of one node',
    set: 'relay',
    replace: [
      ['kind: DaemonSet', 'kind: Deployment'],
      ['spec:\n  selector', 'spec:\n  replicas: 3\n  selector'],
      [
        '    spec:\n      containers',
        '    spec:\n      nodeSelector: {kubernetes.io/hostname: node-1}\n      containers',
      ],
    ],
    rule: 'host/host-port-replicas',
    object: 'Deployment relay',
    field: 'spec.replicas',
  },
  {
    title: 'an update that can do nothing',
    set: 'ledger',
    replace: [['  replicas: 3\n', '  replicas: 3\n  strategy: {rollingUpdate: {maxSurge: 0, maxUnavailable: 0}}\n']],
    rule: 'workload/rolling-update',
    object: 'Deployment api',
    field: 'spec.strategy.rollingUpdate.maxUnavailable',
  },
];
