/** A thousand applications of three documents each, all sound, none like another. */
export function documents(applications = 1000): object[] {
  return Array.from({ length: applications }, (_, number) => application(number)).flat();
}

function application(number: number): object[] {
  const name = `shop-${number}`;
  const labels = { 'app.kubernetes.io/name': 'shop', 'app.kubernetes.io/instance': name };
  const metadata = { name, namespace: 'shop', labels: { ...labels, team: 'payments' } };
  return [
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata,
      spec: {
        replicas: 3,
        strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: '25%', maxUnavailable: 0 } },
        selector: { matchLabels: labels },
        template: { metadata: { labels }, spec: podSpec(number) },
      },
    },
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata,
      spec: {
        type: 'NodePort',
        externalTrafficPolicy: 'Local',
        selector: labels,
        ports: [
          { name: 'http', port: 80, targetPort: 'http', protocol: 'TCP', nodePort: 30000 + number },
          { name: 'metrics', port: 9090, targetPort: 9090 },
        ],
      },
    },
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      metadata: { ...metadata, annotations: { 'cert-manager.io/cluster-issuer': 'public' } },
      spec: {
        ingressClassName: 'traefik',
        tls: [{ hosts: [`${name}.example.com`], secretName: `${name}-tls` }],
        rules: [{ host: `${name}.example.com`, http: { paths: paths(name) } }],
      },
    },
  ];
}

function paths(name: string): object[] {
  return [
    { path: '/', pathType: 'Prefix', backend: { service: { name, port: { name: 'http' } } } },
    { path: '/metrics', pathType: 'Exact', backend: { service: { name, port: { number: 9090 } } } },
  ];
}

function podSpec(number: number): object {
  return {
    serviceAccountName: 'shop',
    automountServiceAccountToken: false,
    terminationGracePeriodSeconds: 30,
    securityContext: { runAsNonRoot: true, runAsUser: 1000, seccompProfile: { type: 'RuntimeDefault' } },
    containers: [
      {
        name: 'shop',
        image: `registry.example.com/shop:1.4.${number}`,
        ports: [
          { name: 'http', containerPort: 8080 },
          { name: 'metrics', containerPort: 9090, protocol: 'TCP' },
        ],
        env: [
          { name: 'LOG_LEVEL', value: 'info' },
          { name: 'POD_NAME', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
          { name: 'PASSWORD', valueFrom: { secretKeyRef: { name: 'shop', key: 'password' } } },
        ],
        resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { memory: '256Mi' } },
        readinessProbe: { httpGet: { path: '/ready', port: 'http' }, periodSeconds: 5 },
        livenessProbe: { httpGet: { path: '/live', port: 8080 }, initialDelaySeconds: 10 },
        securityContext: {
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ['ALL'] },
        },
        volumeMounts: [
          { name: 'tmp', mountPath: '/tmp' },
          { name: 'config', mountPath: '/etc/shop', readOnly: true },
        ],
      },
    ],
    volumes: [
      { name: 'tmp', emptyDir: {} },
      { name: 'config', configMap: { name: 'shop' } },
    ],
  };
}

/** Applications of a Deployment, a Service and an Ingress as teams commit them, some 1.9 MB of YAML for a thousand; all sound. */
export function streamDocuments(applications = 1000): object[] {
  return Array.from({ length: applications }, (_, number) => streamApplication(number)).flat();
}

function streamApplication(number: number): object[] {
  const name = `shop-${number}`;
  const labels = { 'app.kubernetes.io/name': name, 'app.kubernetes.io/part-of': 'shop' };
  const metadata = { name, namespace: 'shop', labels };
  const container = {
    name: 'shop',
    image: `registry.example.com/shop:1.4.${number}`,
    ports: [{ name: 'http', containerPort: 8080, protocol: 'TCP' }],
    env: [{ name: 'LOG_LEVEL', value: 'info' }],
    resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { memory: '256Mi' } },
    readinessProbe: { httpGet: { path: '/ready', port: 'http' }, periodSeconds: 5 },
    securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
  };
  const template = {
    metadata: { labels },
    spec: {
      securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
      containers: [container],
    },
  };
  const host = `${name}.example.org`;
  const backend = { service: { name, port: { name: 'http' } } };
  return [
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata,
      spec: { replicas: 3, selector: { matchLabels: labels }, template },
    },
    {
      ...{ apiVersion: 'v1', kind: 'Service', metadata },
      spec: { selector: labels, ports: [{ name: 'http', port: 80, targetPort: 'http', protocol: 'TCP' }] },
    },
    {
      ...{ apiVersion: 'networking.k8s.io/v1', kind: 'Ingress' },
      metadata: { ...metadata, annotations: { 'cert-manager.io/cluster-issuer': 'public' } },
      spec: {
        ingressClassName: 'traefik',
        tls: [{ hosts: [host], secretName: `${name}-tls` }],
        rules: [{ host, http: { paths: [{ path: '/', pathType: 'Prefix', backend }] } }],
      },
    },
  ];
}
