import type { IConstruct } from 'constructs';
import type { AddressFamily } from '../kubernetes/addresses';
import { dns1123SubdomainProblems, domainPrefixedPathProblems } from '../kubernetes/names';
import {
  kubernetesMinors,
  newestMinor,
  parseKubernetesVersion,
  printKubernetesVersion,
  type KubernetesMinor,
} from '../kubernetes/versions';
import { everywhere, existingObjectProblems, ExistingObjects, type ExistingObject } from './existing-objects';
import { loadBalancerClassProblems, refuseUnsound } from './props';
import { Provider } from './provider';
import { targetShapeProblems } from './target-shape';

/** An IngressClass that exists in the cluster. */
export interface TargetIngressClass {
  /** The name of the IngressClass. */
  readonly name: string;
  /**
   * The controller that serves it, `spec.controller`.
   * @default - not known
   */
  readonly controller?: string;
  /**
   * Whether it serves Ingresses that name no class.
   * @default false
   */
  readonly default?: boolean;
}

/** What is known of the cluster aimed at. */
export interface TargetProps {
  /**
   * The Kubernetes version of its API server, such as `1.36`.
   * @default - the newest version known
   */
  readonly kubernetes?: string;
  /**
   * Who makes its load balancers.
   * @default Provider.none()
   */
  readonly provider?: Provider;
  /**
   * The ports that NodePort Services may use, both ends included: `--service-node-port-range`.
   * @default [30000, 32767]
   */
  readonly nodePortRange?: readonly [number, number];
  /**
   * The address families of its Services, the default one first.
   * @default ['IPv4']
   */
  readonly ipFamilies?: readonly AddressFamily[];
  /**
   * The IngressClasses that exist there; an empty list says that there is none.
   * @default - not known
   */
  readonly ingressClasses?: readonly (string | TargetIngressClass)[];
  /**
   * The load balancer classes that are served there; an empty list says that there is none.
   * @default - not known
   */
  readonly loadBalancerClasses?: readonly string[];
  /**
   * The domain of its Services: `--cluster-domain` of the kubelet.
   * @default 'cluster.local'
   */
  readonly clusterDomain?: string;
  /**
   * What the cluster has beside the manifests: Secrets that cert-manager makes, Services of other teams.
   * @default - what every cluster has
   */
  readonly exists?: readonly ExistingObject[];
}

/** A registered symbol, so that two copies of this library in one process agree. */
const contextKey = Symbol.for('cdk8s-exposed-app.target');

/** The cluster aimed at: what its API server accepts, who makes its load balancers, and what exists there already. */
export class Target {
  /**
   * Aims the scope and everything below it at a target.
   *
   * Constructs read it while they are made: set it before you make them.
   */
  static set(scope: IConstruct, target: Target): void {
    Object.defineProperty(scope, contextKey, { value: target, configurable: true });
  }

  /** The target of the scope: its own, else the nearest ancestor's, else one of which nothing special is known. */
  static of(scope: IConstruct): Target {
    for (let at: IConstruct | undefined = scope; at !== undefined; at = at.node.scope) {
      const { [contextKey]: target } = at as { readonly [contextKey]?: Target };
      if (target !== undefined) return target;
    }
    return defaultTarget;
  }

  /** The Kubernetes version of its API server, as `1.36`. */
  readonly kubernetes: string;
  /** The minor release of that version, 36. */
  readonly minor: KubernetesMinor;
  /** Who makes its load balancers. */
  readonly provider: Provider;
  /** The ports that NodePort Services may use, both ends included. */
  readonly nodePortRange: readonly [number, number];
  /** The address families of its Services, the default one first. */
  readonly ipFamilies: readonly AddressFamily[];
  /** The IngressClasses that exist there; undefined where nothing is known of them. */
  readonly ingressClasses: readonly TargetIngressClass[] | undefined;
  /** The load balancer classes that are served there; undefined where nothing is known of them. */
  readonly loadBalancerClasses: readonly string[] | undefined;
  /** The domain of its Services. */
  readonly clusterDomain: string;
  /** What the cluster has beside the manifests, beyond what every cluster has. */
  readonly exists: readonly ExistingObject[];
  private readonly existing: ExistingObjects;

  constructor(props: TargetProps = {}) {
    refuseUnsound('Target', targetShapeProblems(props));
    const minor = props.kubernetes === undefined ? newestMinor : parseKubernetesVersion(props.kubernetes);
    const [low, high] = props.nodePortRange ?? [30000, 32767];
    this.ingressClasses = ingressClassesOf(props.ingressClasses);
    this.loadBalancerClasses = props.loadBalancerClasses && Object.freeze([...props.loadBalancerClasses]);
    this.ipFamilies = Object.freeze([...(props.ipFamilies ?? (['IPv4'] as const))]);
    this.clusterDomain = props.clusterDomain ?? 'cluster.local';
    this.exists = Object.freeze([...(props.exists ?? [])]);
    this.existing = new ExistingObjects([...everywhere, ...this.exists]);
    refuseUnsound('Target', [
      ...(minor === undefined ? [`kubernetes is '${String(props.kubernetes)}': known are ${knownVersions()}`] : []),
      ...rangeProblems(low, high),
      ...familyProblems(this.ipFamilies),
      ...ingressClassProblems(this.ingressClasses ?? []),
      ...classListProblems(this.loadBalancerClasses ?? []),
      ...this.exists.flatMap(existingObjectProblems),
      ...dns1123SubdomainProblems(this.clusterDomain).map(
        (text) => `clusterDomain is '${this.clusterDomain}': ${text}`,
      ),
    ]);
    this.minor = minor ?? newestMinor;
    this.kubernetes = printKubernetesVersion(this.minor);
    this.provider = props.provider ?? Provider.none();
    this.nodePortRange = Object.freeze([low, high]);
    Object.freeze(this);
  }

  /** The same cluster, but for what these props say. @throws Error where they are unsound */
  with(props: TargetProps): Target {
    const { kubernetes, provider, nodePortRange, ipFamilies, clusterDomain, exists } = this;
    const { ingressClasses, loadBalancerClasses } = this;
    return new Target({
      ...{ kubernetes, provider, nodePortRange, ipFamilies, clusterDomain, exists },
      ...(ingressClasses === undefined ? {} : { ingressClasses }),
      ...(loadBalancerClasses === undefined ? {} : { loadBalancerClasses }),
      ...props,
    });
  }

  /**
   * Whether the cluster has the object, beside the manifests that it receives.
   *
   * @param kind its kind, `Secret`, or its group and kind, `traefik.io Middleware`
   * @param namespace empty for kinds that have none
   */
  has(kind: string, namespace: string, name: string): boolean {
    return this.existing.include(kind, namespace, name);
  }
}

const defaultTarget = new Target();

function knownVersions(): string {
  return kubernetesMinors.map(printKubernetesVersion).join(', ');
}

function ingressClassesOf(classes: TargetProps['ingressClasses']): readonly TargetIngressClass[] | undefined {
  return (
    classes && Object.freeze(classes.map((one) => Object.freeze(typeof one === 'string' ? { name: one } : { ...one })))
  );
}

function rangeProblems(low: number, high: number): string[] {
  const isPort = (value: number) => Number.isInteger(value) && value >= 1 && value <= 65535;
  if (isPort(low) && isPort(high) && low <= high) return [];
  return [`nodePortRange is [${low}, ${high}]: two whole numbers from 1 to 65535 are needed, the lower one first`];
}

function familyProblems(families: readonly AddressFamily[]): string[] {
  const known = families.every((family) => ['IPv4', 'IPv6'].includes(family));
  if (known && families.length > 0 && new Set(families).size === families.length) return [];
  return [`ipFamilies is [${families.join(', ')}]: it names 'IPv4', 'IPv6' or both, each once`];
}

function ingressClassProblems(classes: readonly TargetIngressClass[]): string[] {
  const names = classes.map(({ name }) => name);
  const defaults = classes.filter((one) => one.default === true).map(({ name }) => name);
  return [
    ...classes.flatMap(({ name, controller }) => [
      ...dns1123SubdomainProblems(name).map((text) => `ingressClasses holds '${name}': ${text}`),
      ...(controller === undefined ? [] : domainPrefixedPathProblems(controller)).map(
        (text) => `ingressClasses names the controller '${String(controller)}': ${text}`,
      ),
    ]),
    ...repeated('ingressClasses', names),
    ...(defaults.length > 1
      ? [`ingressClasses has ${defaults.length} default classes, ${defaults.join(', ')}: one at most`]
      : []),
  ];
}

function classListProblems(classes: readonly string[]): string[] {
  return [
    ...classes.flatMap((name) => loadBalancerClassProblems('loadBalancerClasses', name)),
    ...repeated('loadBalancerClasses', classes),
  ];
}

function repeated(prop: string, names: readonly string[]): string[] {
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  return twice === undefined ? [] : [`${prop} names '${twice}' twice`];
}
