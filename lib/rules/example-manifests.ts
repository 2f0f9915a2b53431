/** Where an example differs from the ordinary. */
interface ServiceParts {
  readonly name?: string;
  readonly namespace?: string;
  /** @default 'port: 80, targetPort: 8080' */
  readonly port?: string;
  /** More fields of the spec, one a line. */
  readonly spec?: string;
  readonly annotations?: string;
}

/** A Service of examples, selecting by the labels; none for an empty text. */
export function service(selector: string, parts: ServiceParts = {}): string {
  const { name = 'web', namespace, port = 'port: 80, targetPort: 8080', spec = '', annotations } = parts;
  return `
---
apiVersion: v1
kind: Service
metadata:
  name: ${name}${line('  namespace', namespace)}${line('  annotations', annotations && `{ ${annotations} }`)}
spec:${line('  selector', selector && `{ ${selector} }`)}
  ports: [${port === '' ? '' : `{ ${port} }`}]${spec === '' ? '' : `\n  ${spec}`}
`;
}

interface WorkloadParts {
  readonly kind?: 'Deployment' | 'StatefulSet' | 'DaemonSet';
  readonly namespace?: string;
  /** Labels of the object itself. */
  readonly labels?: string;
  /** @default 'containerPort: 8080' */
  readonly ports?: string;
  /** More fields of the container. */
  readonly container?: string;
  /** More fields of the pod, one a line. */
  readonly pod?: string;
  /** More fields of the spec, one a line. */
  readonly spec?: string;
  /** More containers. */
  readonly beside?: string;
  /** What the owner selects by. @default - all labels of the pods */
  readonly selector?: string;
  readonly image?: string;
}

/** A Deployment of examples whose pods have the labels. */
export function deployment(name: string, labels: string, parts: WorkloadParts = {}): string {
  const { kind = 'Deployment', namespace, ports = 'containerPort: 8080', container, pod = '', spec = '' } = parts;
  const image = parts.image ?? `registry.example.com/${name}:1.0`;
  const listens = ports === '' ? '' : `, ports: [{ ${ports} }]`;
  const main = `{ name: main, image: "${image}"${listens}${container === undefined ? '' : `, ${container}`} }`;
  return `
---
apiVersion: apps/v1
kind: ${kind}
metadata:
  name: ${name}${line('  namespace', namespace)}${line('  labels', parts.labels && `{ ${parts.labels} }`)}
spec:${spec === '' ? '' : `\n  ${spec}`}
  selector: { matchLabels: { ${parts.selector ?? labels} } }
  template:
    metadata: { labels: { ${labels} } }
    spec:${pod === '' ? '' : `\n      ${pod}`}
      containers: [${main}${parts.beside === undefined ? '' : `, ${parts.beside}`}]
`;
}

function line(field: string, value: string | undefined): string {
  return value === undefined || value === '' ? '' : `\n${field}: ${value}`;
}
