import { deployment, service } from '../example-manifests';
import { ingress, web } from '../ingress-example';
import type { Rule } from '../rule';

const argo = (args = ''): string =>
  service('app: argocd-server', { name: 'argocd-server' }) +
  deployment('argocd-server', 'app: argocd-server', {
    image: 'quay.io/argoproj/argocd:v3.1.0',
    container: `args: [/usr/local/bin/argocd-server${args}]`,
  });

const balanced = (target: string): string =>
  service('app: controller', {
    name: 'controller',
    annotations: 'service.beta.kubernetes.io/aws-load-balancer-ssl-cert: arn:x',
    port: `name: https, port: 443, targetPort: ${target}`,
    spec: 'type: LoadBalancer',
  }) +
  deployment('controller', 'app: controller', {
    image: 'registry.k8s.io/ingress-nginx/controller:v1.15.1',
    ports: 'name: http, containerPort: 80 }, { name: https, containerPort: 443',
  });

const tls = '{ hosts: [shop.example.com], secretName: shop-tls }';

export const good: Rule['good'] = [
  { title: 'Argo CD without TLS of its own', manifests: argo(', --insecure') + ingress({ backend: 'argocd-server' }) },
  {
    title: 'TLS to Argo CD',
    manifests:
      argo() +
      ingress({ backend: 'argocd-server', annotations: ['nginx.ingress.kubernetes.io/backend-protocol: HTTPS'] }),
  },
  {
    title: 'Argo CD told by its ConfigMap',
    manifests:
      argo() +
      `---
apiVersion: v1
kind: ConfigMap
metadata: { name: argocd-cmd-params-cm }
data: { server.insecure: "true" }
` +
      ingress({ backend: 'argocd-server' }),
  },
  { title: 'the controller ends TLS', manifests: web + balanced('https') + ingress({ tls }) },
];

export const bad: Rule['bad'] = [
  {
    title: 'Argo CD redirects',
    manifests: argo() + ingress({ backend: 'argocd-server' }),
    finds: ['spec.rules[0].http.paths[0].backend.service.name'],
  },
  {
    title: 'TLS ends in front of the controller',
    manifests: web + balanced('http') + ingress({ tls }),
    finds: ['spec.tls'],
  },
];
