import { deployment, service } from '../example-manifests';
import type { Rule } from '../rule';

/** A controller of examples, ingress-nginx where no other image is named. */
export const controller = (
  args: readonly string[],
  image = 'registry.k8s.io/ingress-nginx/controller:v1.15.1',
): string =>
  deployment('controller', 'app: controller', {
    image,
    container: `args: [${args.map((one) => `"${one}"`).join(', ')}]`,
  });

export const configMap = (name: string, data: string): string => `
---
apiVersion: v1
kind: ConfigMap
metadata: { name: ${name} }
data: { ${data} }
`;

const front = service('app: controller', { name: 'controller' });
const field = (index: number): string => `spec.template.spec.containers[0].args[${index}]`;

export const good: Rule['good'] = [
  {
    title: 'all there',
    manifests:
      front +
      configMap('settings', 'use-gzip: "true"') +
      controller(['--publish-service=$(POD_NAMESPACE)/controller', '--configmap=default/settings']),
  },
  {
    title: 'a chart that names its namespace in the flags alone',
    manifests: front + controller(['--publish-service=ingress/controller']),
  },
  {
    title: 'told by the target',
    manifests: controller(['--default-backend-service=edge/errors']),
    target: { exists: [{ kind: 'Service', namespace: 'edge', name: 'errors' }] },
  },
];

export const bad: Rule['bad'] = [
  {
    title: 'the published Service has another name',
    manifests: front + controller(['--publish-service=$(POD_NAMESPACE)/nginx-ingress-lb']),
    finds: [field(0)],
  },
  {
    title: 'the default backend is not given',
    manifests: controller(['--default-backend-service=$(POD_NAMESPACE)/default-http-backend']),
    finds: [field(0)],
  },
  {
    title: 'a misspelt ConfigMap',
    manifests: configMap('settings', '') + controller(['--configmap=default/setings']),
    finds: [field(0)],
    weighs: 'error',
  },
  {
    title: 'ports of TCP that may come later',
    manifests:
      configMap('haproxy-tcp', '') +
      controller(['--configmap-tcp-services=default/haproxy-tpc'], 'haproxytech/kubernetes-ingress:3.1.0'),
    finds: [field(0)],
    weighs: 'warning',
  },
  {
    title: 'the Service that Traefik publishes',
    manifests: controller(
      ['--providers.kubernetesIngress.ingressEndpoint.publishedService=default/traefik'],
      'traefik:v3.7.13',
    ),
    finds: [field(0)],
  },
];
