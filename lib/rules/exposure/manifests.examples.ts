/** Manifests that examples are put together from. */

interface Pods {
  readonly name?: string;
  readonly namespace?: string;
  readonly image?: string;
  /** A flow sequence: `[{ name: http, containerPort: 8080 }]`. */
  readonly ports?: string;
  /** More of the pod, in the flow style: `hostNetwork: true`. */
  readonly pod?: string;
  /** In the flow style. */
  readonly podAnnotations?: string;
  /** More of the container, in the flow style. */
  readonly container?: string;
}

const inNamespace = (namespace: string | undefined): string =>
  namespace === undefined ? '' : `, namespace: ${namespace}`;
const also = (text: string): string => (text === '' ? '' : `, ${text}`);

/** A Deployment whose pods have the label `app` with its name. */
export function deployment(pods: Pods = {}): string {
  const { name = 'web', namespace, image = 'registry.example.com/web:1.0' } = pods;
  const { ports = '[{ name: http, containerPort: 8080 }]', pod = '', container = '' } = pods;
  const noted = pods.podAnnotations === undefined ? '' : `, annotations: { ${pods.podAnnotations} }`;
  return `
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}${inNamespace(namespace)} }
spec:
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name} }${noted} }
    spec: { containers: [{ name: main, image: '${image}', ports: ${ports}${also(container)} }]${also(pod)} }
---`;
}

interface Front {
  readonly name?: string;
  readonly namespace?: string;
  /** The name of the Deployment that it leads to. */
  readonly app?: string;
  /** A flow sequence. */
  readonly ports?: string;
  /** More of the metadata, in the flow style. */
  readonly annotations?: string;
}

/** A Service before `deployment()`. @param spec in the flow style: `type: NodePort` */
export function service(spec: string, front: Front = {}): string {
  const { name = 'web', namespace, app = 'web', ports = '[{ port: 80, targetPort: 8080 }]', annotations = '' } = front;
  return `
apiVersion: v1
kind: Service
metadata: { name: ${name}${inNamespace(namespace)}${annotations === '' ? '' : `, annotations: { ${annotations} }`} }
spec: { selector: { app: ${app} }, ports: ${ports}${also(spec)} }
---`;
}

/** An Ingress before `service()`. @param spec in the flow style: `tls: [...]` */
export function ingress(host: string, spec = '', front: Front & { readonly port?: number } = {}): string {
  const { name = 'web', namespace, app = 'web', port = 80, annotations = '' } = front;
  return `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: ${name}${inNamespace(namespace)}${annotations === '' ? '' : `, annotations: { ${annotations} }`} }
spec:
  ingressClassName: traefik
  ${spec}
  rules:
    - host: ${host === '' ? "''" : `'${host}'`}
      http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: ${app}, port: { number: ${port} } } } }] }
---`;
}
