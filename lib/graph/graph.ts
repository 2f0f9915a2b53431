import { addTo, childOf } from './add-to';
import type { Target } from '../target/target';
import { controllersIn, type ControllerInSet } from './controllers-in-set';
import { IngressClassIndex } from './ingress-classes';
import type { GroupKind, KnownBodies, KnownKind } from './kinds';
import { PodIndex } from './pod-index';
import { PodMakers } from './pod-makers';
import { routesOf, type Route, type RouteBackend } from './routes';
import type { SetObject } from './set-object';
import { WaysIn } from './ways-in';
import { workloadOf, type Workload } from './workload';

const none: readonly SetObject[] = [];

function byNameOf(objects: readonly SetObject[]): ReadonlyMap<string, readonly SetObject[]> {
  const byName = new Map<string, SetObject[]>();
  for (const object of objects) addTo(byName, object.name, object);
  return byName;
}

/**
 * A set of manifests, and who selects, routes to and listens on what in it. A set is what one target receives. Built once, linear in the set.
 */
export class Graph {
  readonly target: Target;
  /** In the order of the documents. */
  readonly objects: readonly SetObject[];
  readonly pods: PodIndex;
  readonly ingressClasses: IngressClassIndex;
  /** Where requests are led by host and path: by Ingresses and by the controllers' own kinds. */
  readonly routes: readonly Route[];
  private readonly byKind = new Map<string, SetObject[]>();
  private readonly byName = new Map<string, Map<string, Map<string, SetObject>>>();
  private readonly namesakes = new Map<string, ReadonlyMap<string, readonly SetObject[]>>();
  private readonly workloads = new Map<SetObject, Workload>();
  private readonly selected = new Map<SetObject<KnownBodies['Service']>, readonly Workload[]>();
  private ways: WaysIn | undefined;
  private makers: PodMakers | undefined;
  private backends: ReadonlyMap<string, readonly RouteBackend[]> | undefined;
  private allBackends: readonly RouteBackend[] | undefined;
  private installed: readonly ControllerInSet[] | undefined;
  private guarding: ReadonlyMap<Workload, readonly SetObject<KnownBodies['NetworkPolicy']>[]> | undefined;
  private selecting: ReadonlyMap<Workload, readonly SetObject<KnownBodies['Service']>[]> | undefined;

  constructor(objects: readonly SetObject[], target: Target) {
    this.objects = objects;
    this.target = target;
    for (const object of objects) this.add(object);
    this.pods = new PodIndex([...this.workloads.values()]);
    this.ingressClasses = new IngressClassIndex(this.ofKind('IngressClass'), target);
    this.routes = routesOf(this);
  }

  /** The ingress controllers that the set installs. */
  get controllers(): readonly ControllerInSet[] {
    return (this.installed ??= controllersIn(this));
  }

  /** The objects of a kind, whichever version they are written in. */
  ofKind<Kind extends KnownKind>(kind: Kind): readonly SetObject<KnownBodies[Kind]>[];
  ofKind(kind: KnownKind | GroupKind): readonly SetObject[];
  ofKind(kind: string): readonly SetObject[] {
    return this.byKind.get(kind) ?? none;
  }

  /** The objects of an API group, kind by kind. */
  ofGroup(group: string): readonly SetObject[] {
    return [...this.byKind].flatMap(([kind, objects]) => (kind.startsWith(`${group} `) ? objects : []));
  }

  /** The object of that kind and name; the namespace is empty for kinds that have none. */
  find<Kind extends KnownKind>(kind: Kind, namespace: string, name: string): SetObject<KnownBodies[Kind]> | undefined;
  find(kind: KnownKind | GroupKind, namespace: string, name: string): SetObject | undefined;
  find(kind: string, namespace: string, name: string): SetObject | undefined {
    return this.byName.get(kind)?.get(namespace)?.get(name);
  }

  /** Objects of that kind and name in any namespace. */
  named(kind: KnownKind | GroupKind, name: string): readonly SetObject[] {
    let ofKind = this.namesakes.get(kind);
    if (ofKind === undefined) this.namesakes.set(kind, (ofKind = byNameOf(this.byKind.get(kind) ?? none)));
    return ofKind.get(name) ?? none;
  }

  /** Whether the object is in the set, or in the cluster by what the target says. */
  has(kind: KnownKind | GroupKind, namespace: string, name: string): boolean {
    return this.find(kind, namespace, name) !== undefined || this.target.has(kind.trim(), namespace, name);
  }

  /** The names of that kind in a namespace, each once: what somebody may have meant. */
  names(kind: KnownKind | GroupKind, namespace: string): readonly string[] {
    const here = (this.byKind.get(kind) ?? none).filter((one) => one.namespace === namespace);
    return [...new Set(here.map(({ name }) => name))];
  }

  /** Whether the object stands in the set before: of that `set/same-object` tells, and to other rules the two are one. */
  isRepeated(object: SetObject<object>): boolean {
    const { key, namespace, name } = object;
    const first: SetObject<object> | undefined = this.find(key as GroupKind, namespace, name);
    return first !== undefined && first !== object;
  }

  /** The pods that an object makes. */
  workloadOf(object: SetObject): Workload | undefined {
    return this.workloads.get(object);
  }

  /** What may make pods at run time that no manifest shows. */
  get podMakers(): PodMakers {
    return (this.makers ??= new PodMakers(this.objects));
  }

  /** The pods that a Service selects; none without a selector, and none for an ExternalName. */
  podsOf(service: SetObject<KnownBodies['Service']>): readonly Workload[] {
    let pods = this.selected.get(service);
    if (pods === undefined) {
      const { selector, type } = service.body.spec ?? {};
      const selects = selector != null && type !== 'ExternalName';
      pods = selects ? this.pods.runningWithLabels(service.namespace, selector) : [];
      this.selected.set(service, pods);
    }
    return pods;
  }

  /** The Services that select the pods of a workload. */
  servicesOf(workload: Workload): readonly SetObject<KnownBodies['Service']>[] {
    this.selecting ??= this.servicesByWorkload();
    return this.selecting.get(workload) ?? [];
  }

  /** The NetworkPolicies that select the pods of a workload. */
  policiesOf(workload: Workload): readonly SetObject<KnownBodies['NetworkPolicy']>[] {
    this.guarding ??= this.policiesByWorkload();
    return this.guarding.get(workload) ?? [];
  }

  /** The backends of all routes, each once: routes of several hosts share theirs. */
  get routeBackends(): readonly RouteBackend[] {
    return (this.allBackends ??= [...new Set(this.routes.flatMap(({ backends }) => backends))]);
  }

  /** The backends of all routes that lead to a Service. */
  backendsOf(namespace: string, service: string): readonly RouteBackend[] {
    this.backends ??= this.backendsByService();
    return this.backends.get(`${namespace}\n${service}`) ?? [];
  }

  /** Every way in to the pods of the set from outside of the cluster. */
  get waysIn(): WaysIn {
    this.ways ??= new WaysIn(this);
    return this.ways;
  }

  private add(object: SetObject): void {
    addTo(this.byKind, object.key, object);
    if (object.name !== '') this.addName(object);
    const workload = workloadOf(object);
    if (workload !== undefined) this.workloads.set(object, workload);
  }

  /** Of several of one name the first one counts. */
  private addName(object: SetObject): void {
    const names = childOf(childOf(this.byName, object.key), object.namespace);
    if (!names.has(object.name)) names.set(object.name, object);
  }

  private servicesByWorkload(): Map<Workload, SetObject<KnownBodies['Service']>[]> {
    const services = new Map<Workload, SetObject<KnownBodies['Service']>[]>();
    for (const service of this.ofKind('Service')) {
      for (const workload of this.podsOf(service)) addTo(services, workload, service);
    }
    return services;
  }

  private policiesByWorkload(): Map<Workload, SetObject<KnownBodies['NetworkPolicy']>[]> {
    const policies = new Map<Workload, SetObject<KnownBodies['NetworkPolicy']>[]>();
    for (const policy of this.ofKind('NetworkPolicy')) {
      // An absent selector is an empty one, which selects every pod of the namespace.
      const selector = policy.body.spec?.podSelector ?? {};
      for (const workload of this.pods.selectedBy(policy.namespace, selector)) addTo(policies, workload, policy);
    }
    return policies;
  }

  private backendsByService(): Map<string, RouteBackend[]> {
    const backends = new Map<string, RouteBackend[]>();
    for (const backend of this.routeBackends) addTo(backends, `${backend.namespace}\n${backend.service}`, backend);
    return backends;
  }
}
