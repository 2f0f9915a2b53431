import { deployment } from '../example-manifests';
import { ingress, web } from '../ingress-example';
import type { Rule } from '../rule';

const nginx = 'nginx.ingress.kubernetes.io/';
const field = (name: string): string => `metadata.annotations[${nginx}${name}]`;
const annotated = (...names: readonly string[]): string =>
  web + ingress({ annotations: names.map((one) => nginx + one) });

const controller = (...args: readonly string[]): string =>
  deployment('controller', 'app: controller', {
    image: 'registry.k8s.io/ingress-nginx/controller:v1.15.1',
    container: `args: [${args.map((one) => `"${one}"`).join(', ')}]`,
  });

const settings = (data: string): string => `
---
apiVersion: v1
kind: ConfigMap
metadata: { name: settings }
data: { ${data} }
`;

export const good: Rule['good'] = [
  { title: 'a cookie with its affinity', manifests: annotated('affinity: cookie', 'session-cookie-name: shop') },
  {
    title: 'passthrough, with the flag',
    manifests: annotated('ssl-passthrough: "true"') + controller('--enable-ssl-passthrough'),
  },
  {
    title: 'a controller that is not in the set',
    manifests: annotated('ssl-passthrough: "true"', 'server-snippet: "return 200;"'),
  },
  {
    title: 'snippets are allowed',
    manifests:
      annotated('server-snippet: "return 200;"') +
      controller('--configmap=$(POD_NAMESPACE)/settings') +
      settings('allow-snippet-annotations: "true"'),
  },
];

export const bad: Rule['bad'] = [
  {
    title: 'a cookie without affinity',
    manifests: annotated('session-cookie-name: shop'),
    finds: [field('session-cookie-name')],
  },
  { title: 'a weight without a canary', manifests: annotated('canary-weight: "10"'), finds: [field('canary-weight')] },
  {
    title: 'cors that is off',
    manifests: annotated('enable-cors: "false"', 'cors-allow-origin: "*"'),
    finds: [field('cors-allow-origin')],
  },
  { title: 'a Secret without its type', manifests: annotated('auth-secret: users'), finds: [field('auth-secret')] },
  {
    title: 'passthrough without the flag',
    manifests: annotated('ssl-passthrough: "true"') + controller('--ingress-class=nginx'),
    finds: [field('ssl-passthrough')],
  },
  {
    title: 'a snippet where none is allowed',
    manifests:
      annotated('server-snippet: "return 200;"') +
      controller('--configmap=default/settings') +
      settings('use-gzip: "true"'),
    finds: [field('server-snippet')],
  },
];
