import { addTo } from '../../graph/add-to';
import { imageOf } from '../../graph/image-of';
import { once } from '../../graph/once';
import type { ReachedPort } from '../../graph/ways-in';
import type { WorkloadContainer } from '../../graph/workload';
import { itemsOf, textOf, valueAt } from '../../manifests/untyped';

/** An interface for those who run something, not for those who use it. */
export interface AdminInterface {
  /** `the API and dashboard of Traefik`. */
  readonly title: string;
  /** How the paths of its images end. */
  readonly image?: RegExp;
  readonly ports: readonly number[];
  /** Flags without which it is not there, one of them. */
  readonly flags?: RegExp;
}

/** By images, since most of these ports are used by others, too. Sources: the documentation of each program. */
const byImage: readonly AdminInterface[] = [
  { title: 'the API and dashboard of Traefik', image: /(^|\/)traefik$/, ports: [8080, 9000], flags: /^--api(\.|$|=)/ },
  { title: 'the admin interface of Envoy', image: /(^|\/)envoy(-distroless)?$/, ports: [9901, 19000, 9001] },
  { title: 'the admin interface of Envoy', image: /(^|\/)(proxyv2|cilium-envoy)$/, ports: [15000, 9878] },
  { title: 'the statistics of HAProxy', image: /haproxy|kubernetes-ingress$/, ports: [1024, 1936, 8404, 10254] },
  {
    title: 'the metrics and health of ingress-nginx',
    image: /ingress-nginx|nginx-ingress-controller$/,
    ports: [10254, 8443],
  },
  {
    title: 'the Kubernetes dashboard',
    image: /kubernetes-?(ui)?\/?(dashboard(-web|-api)?)$|kubernetes-dashboard(-amd64)?$/,
    ports: [8443, 9090, 8000, 443],
  },
  { title: 'Prometheus', image: /(^|\/)prometheus$/, ports: [9090] },
  { title: 'Alertmanager', image: /(^|\/)alertmanager$/, ports: [9093, 9094] },
  { title: 'node-exporter', image: /(^|\/)node-exporter$/, ports: [9100] },
  { title: 'the Consul API', image: /(^|\/)consul$/, ports: [8500, 8300, 8301] },
  { title: 'the RabbitMQ management interface', image: /(^|\/)rabbitmq$/, ports: [15672] },
  { title: 'the Argo Workflows server', image: /(^|\/)argocli$/, ports: [2746] },
  { title: 'Weave Scope', image: /weaveworks\/scope$/, ports: [4040] },
  { title: 'phpMyAdmin', image: /(^|\/)phpmyadmin$/, ports: [80] },
  { title: 'Adminer', image: /(^|\/)adminer$/, ports: [8080] },
  { title: 'mongo-express', image: /(^|\/)mongo-express$/, ports: [8081] },
];

/** Ports that nothing else is known by. */
const byPort: readonly AdminInterface[] = [
  { title: 'the admin interface of Envoy', ports: [9901, 15000, 19000] },
  { title: 'the statistics of HAProxy', ports: [1936, 8404] },
  { title: 'the health and metrics of an ingress controller', ports: [10254] },
  { title: 'the metrics of kube-proxy', ports: [10249] },
];

/** Names of container ports that say what they are for. */
const adminName = /^(metrics|admin|stats|prometheus|pprof|debug|management)(-?port)?$/;

/** The interfaces that may stand at a port, those known by their images first. */
const atPort = new Map<number, AdminInterface[]>();
for (const one of [...byImage, ...byPort]) {
  for (const port of one.ports) addTo(atPort, port, one);
}

/** What a port of pods is, and whether its name alone says so. */
export interface FoundInterface {
  readonly title: string;
  readonly isGuess: boolean;
}

/** The admin interface that a port of pods is; undefined where it is none that is known. */
export const adminInterfaceAt = once(({ number, declared, workload }: ReachedPort): FoundInterface | undefined => {
  if (number === undefined) return undefined;
  const own = atPort.get(number)?.find((one) => isOf(one, declared?.container));
  if (own !== undefined) return { title: own.title, isGuess: false };
  const named = declared?.name ?? '';
  // The only port of a pod is what it is for, whatever its name.
  if (!adminName.test(named) || workload.ports.length < 2) return undefined;
  return { title: `the port '${named}', by its name for those who run it,`, isGuess: true };
});

function isOf({ image, flags }: AdminInterface, container: WorkloadContainer | undefined): boolean {
  if (image === undefined) return true;
  return container !== undefined && image.test(imageOf(container).path) && hasFlag(flags, container);
}

function hasFlag(flags: RegExp | undefined, { container }: WorkloadContainer): boolean {
  if (flags === undefined) return true;
  const words = ['command', 'args'].flatMap((list) => itemsOf(valueAt(container, list)).map(textOf));
  return words.some((word) => flags.test(word));
}
