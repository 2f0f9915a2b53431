import type { Json } from '../json';

export const selector = { matchLabels: { app: 'web' } };

export function metadata(name: string): Json {
  return { name, labels: { app: name } };
}

export function container(extra: Json = {}): Json {
  return { name: 'web', image: 'nginx:1.27', ports: [{ name: 'http', containerPort: 8080 }], ...extra };
}

export function podSpec(extra: Json = {}, ofContainer: Json = {}): Json {
  return { containers: [container(ofContainer)], ...extra };
}

export function template(extra: Json = {}, ofContainer: Json = {}): Json {
  return { metadata: { labels: { app: 'web' } }, spec: podSpec(extra, ofContainer) };
}

export function pod(name: string, extra: Json = {}, ofContainer: Json = {}): Json {
  return { apiVersion: 'v1', kind: 'Pod', metadata: metadata(name), spec: podSpec(extra, ofContainer) };
}

export const probes = {
  livenessProbe: {
    httpGet: { path: '/healthz', port: 'http', httpHeaders: [{ name: 'X-A', value: 'b' }] },
    periodSeconds: 10,
  },
  readinessProbe: { tcpSocket: { port: 8080 }, successThreshold: 2 },
  startupProbe: { exec: { command: ['true'] }, failureThreshold: 30, terminationGracePeriodSeconds: 5 },
};

export const hardened = {
  securityContext: {
    allowPrivilegeEscalation: false,
    readOnlyRootFilesystem: true,
    runAsNonRoot: true,
    runAsUser: 1000,
    runAsGroup: 1000,
    capabilities: { drop: ['ALL'], add: ['NET_BIND_SERVICE'] },
    seccompProfile: { type: 'RuntimeDefault' },
    appArmorProfile: { type: 'Localhost', localhostProfile: 'web' },
    seLinuxOptions: { level: 's0:c123,c456' },
  },
  resources: {
    requests: { cpu: '100m', memory: '64Mi', 'example.com/gpu': '1' },
    limits: { cpu: '1', memory: '128Mi', 'example.com/gpu': '1' },
  },
};

export const environment = {
  env: [
    { name: 'A', value: 'b' },
    { name: 'POD_NAME', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
    { name: 'LABEL', valueFrom: { fieldRef: { apiVersion: 'v1', fieldPath: "metadata.labels['app']" } } },
    { name: 'KEY', valueFrom: { secretKeyRef: { name: 's', key: 'k', optional: true } } },
    { name: 'CONFIG', valueFrom: { configMapKeyRef: { name: 'c', key: 'k' } } },
    { name: 'CPU', valueFrom: { resourceFieldRef: { resource: 'limits.cpu', divisor: '1m' } } },
  ],
  envFrom: [{ configMapRef: { name: 'env' }, prefix: 'P_' }, { secretRef: { name: 'env', optional: true } }],
};
