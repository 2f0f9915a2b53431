/** What the test reads of Kubernetes' objects; every other field passes through as it is. */

type Fields = Readonly<Record<string, unknown>>;
export type Labels = Readonly<Record<string, string>>;

export interface Metadata {
  readonly name: string;
  readonly namespace?: string | undefined;
  readonly labels?: Labels | undefined;
  readonly annotations?: Labels | undefined;
}

export interface KubeObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: Metadata;
}

export interface ContainerPort {
  readonly name?: string;
  readonly containerPort: number;
  readonly hostPort?: number;
  readonly hostIP?: string | undefined;
  readonly protocol?: string;
}

export interface Probe extends Fields {
  readonly httpGet?: Fields & { readonly port: number | string };
  readonly tcpSocket?: Fields & { readonly port: number | string };
  readonly grpc?: { readonly port: number };
  readonly exec?: Fields;
}

export interface KeyReference {
  readonly name: string;
  readonly key: string;
  readonly optional?: boolean;
}

export interface EnvVar {
  readonly name: string;
  readonly value?: string;
  readonly valueFrom?: Fields & {
    readonly secretKeyRef?: KeyReference;
    readonly configMapKeyRef?: KeyReference;
  };
}

export interface ObjectReference {
  readonly name: string;
  readonly optional?: boolean;
}

export interface EnvFrom {
  readonly prefix?: string;
  readonly secretRef?: ObjectReference;
  readonly configMapRef?: ObjectReference;
}

export interface Container extends Fields {
  readonly name: string;
  readonly env?: readonly EnvVar[];
  readonly envFrom?: readonly EnvFrom[];
  readonly ports?: readonly ContainerPort[];
  readonly restartPolicy?: string;
  readonly readinessProbe?: Probe;
  readonly livenessProbe?: Probe;
  readonly startupProbe?: Probe;
  readonly lifecycle?: { readonly preStop?: { readonly sleep?: Fields } };
  readonly securityContext?: SecurityContext;
}

export interface SecurityContext extends Fields {
  readonly runAsUser?: number;
  readonly runAsNonRoot?: boolean;
}

interface KeyItem {
  readonly key: string;
  readonly path: string;
}

export interface Volume extends Fields {
  readonly name: string;
  readonly secret?: { readonly secretName: string; readonly items?: readonly KeyItem[]; readonly optional?: boolean };
  readonly configMap?: { readonly name: string; readonly items?: readonly KeyItem[]; readonly optional?: boolean };
  readonly persistentVolumeClaim?: { readonly claimName: string };
}

export interface PodSpec extends Fields {
  readonly containers: readonly Container[];
  readonly initContainers?: readonly Container[];
  readonly volumes?: readonly Volume[];
  readonly hostNetwork?: boolean;
  readonly nodeSelector?: Labels | undefined;
  readonly nodeName?: string;
  readonly hostname?: string;
  readonly subdomain?: string;
  readonly serviceAccountName?: string;
  readonly priorityClassName?: string | undefined;
  readonly runtimeClassName?: string | undefined;
  readonly securityContext?: SecurityContext | undefined;
}

/** A pod as a workload describes it. */
export interface PodTemplate {
  readonly metadata?: { readonly labels?: Labels };
  readonly spec: PodSpec;
}

export interface Pod extends KubeObject {
  readonly spec: PodSpec;
  readonly status?: {
    readonly podIP?: string;
    readonly phase?: string;
    readonly conditions?: readonly { readonly type: string; readonly status: string; readonly message?: string }[];
    readonly containerStatuses?: readonly {
      readonly state?: { readonly waiting?: { readonly reason?: string; readonly message?: string } };
    }[];
  };
}

export interface ServicePort extends Fields {
  readonly name?: string;
  readonly port: number;
  readonly protocol?: string;
  readonly targetPort?: number | string;
  readonly nodePort?: number;
  readonly appProtocol?: string;
}

export interface Addresses {
  readonly ingress?: readonly { readonly ip?: string; readonly hostname?: string }[];
}

export interface ServiceSpec extends Fields {
  readonly type?: string;
  readonly selector?: Labels;
  readonly ports?: readonly ServicePort[];
  readonly clusterIP?: string;
  readonly externalName?: string;
  readonly externalIPs?: readonly string[] | undefined;
  readonly externalTrafficPolicy?: string;
  readonly internalTrafficPolicy?: string;
  readonly sessionAffinity?: string;
  readonly publishNotReadyAddresses?: boolean;
  readonly loadBalancerIP?: string | undefined;
  readonly loadBalancerClass?: string | undefined;
  readonly loadBalancerSourceRanges?: readonly string[] | undefined;
}

export interface Service extends KubeObject {
  readonly spec: ServiceSpec;
  readonly status?: { readonly loadBalancer?: Addresses };
}

export interface IngressBackend {
  readonly service?: { readonly name: string; readonly port: { readonly name?: string; readonly number?: number } };
  readonly resource?: { readonly kind: string; readonly name: string };
}

export interface IngressPath {
  readonly path?: string;
  readonly pathType: string;
  readonly backend: IngressBackend;
}

export interface IngressRule {
  readonly host?: string;
  readonly http?: { readonly paths: readonly IngressPath[] };
}

export interface IngressTls {
  readonly hosts?: readonly string[];
  readonly secretName?: string;
}

export interface Ingress extends KubeObject {
  readonly spec: Fields & {
    readonly ingressClassName?: string | undefined;
    readonly defaultBackend?: IngressBackend;
    readonly rules?: readonly IngressRule[];
    readonly tls?: readonly IngressTls[];
  };
  readonly status?: { readonly loadBalancer?: Addresses };
}

const templated = ['Deployment', 'ReplicaSet', 'StatefulSet', 'DaemonSet', 'Job', 'ReplicationController'];

/** The pod that a workload describes; a CronJob's comes and goes, and offers nothing to ask. */
export function podTemplateOf(object: KubeObject): PodTemplate | undefined {
  if (object.kind === 'Pod') {
    return { metadata: { labels: object.metadata.labels ?? {} }, spec: (object as Pod).spec };
  }
  if (!templated.includes(object.kind)) return undefined;
  return (object as KubeObject & { readonly spec: { readonly template: PodTemplate } }).spec.template;
}

/** The same workload with another pod. */
export function withPodSpec(object: KubeObject, spec: PodSpec): KubeObject {
  if (object.kind === 'Pod') return { ...object, spec } as KubeObject;
  const workload = object as KubeObject & { readonly spec: { readonly template: PodTemplate } };
  return { ...workload, spec: { ...workload.spec, template: { ...workload.spec.template, spec } } } as KubeObject;
}

/** Containers that run as long as the pod: sidecars are among the init containers. */
export function runningContainers({ containers, initContainers = [] }: PodSpec): readonly Container[] {
  return [...initContainers.filter(({ restartPolicy }) => restartPolicy === 'Always'), ...containers];
}

export function isService(object: KubeObject): object is Service {
  return object.kind === 'Service' && object.apiVersion === 'v1';
}

export function isIngress(object: KubeObject): object is Ingress {
  return object.kind === 'Ingress' && object.apiVersion.startsWith('networking.k8s.io/');
}

export function selects(selector: Labels | undefined, labels: Labels | undefined): boolean {
  if (selector === undefined || Object.keys(selector).length === 0) return false;
  return Object.entries(selector).every(([key, value]) => labels?.[key] === value);
}

/** `web` as `shop/web`. */
export function keyOf({ metadata }: KubeObject): string {
  return `${metadata.namespace ?? ''}/${metadata.name}`;
}
