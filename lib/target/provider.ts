import { quoteList } from '../kubernetes/wording';
import {
  carryOut,
  type LoadBalancerDialect,
  type LoadBalancerRequest,
  type RequestedService,
  type WishValues,
} from './dialect';
import { LoadBalancerDraft, planOfProblems, type DraftedPlan } from './draft';
import type { LoadBalancerPlan, LoadBalancerService, LoadBalancerWishes } from './load-balancer';
import { alibabaCloud, type AlibabaCloudProps } from './providers/alibaba-cloud';
import { aws, type AwsProps } from './providers/aws';
import { azure } from './providers/azure';
import { gcp, type GcpProps } from './providers/gcp';
import { metalLb, type MetalLbProps } from './providers/metal-lb';
import { none } from './providers/none';
import { openStack } from './providers/openstack';
import { normalizedWishes, wishProblems } from './wishes';

export type * from './load-balancer';

/** Whoever makes load balancers for a cluster. docs/providers.md shows how each wish reaches each of them. */
export class Provider {
  /** Amazon Web Services, by the AWS Load Balancer Controller or by the older AWS cloud controller manager. */
  static aws(props: AwsProps = {}): Provider {
    return new Provider(aws(props));
  }

  /** Microsoft Azure: AKS, or Azure's cloud controller manager. */
  static azure(): Provider {
    return new Provider(azure);
  }

  /** Google Cloud: GKE. */
  static gcp(props: GcpProps = {}): Provider {
    return new Provider(gcp(props));
  }

  /** OpenStack with Octavia, by the OpenStack cloud controller manager. */
  static openStack(): Provider {
    return new Provider(openStack);
  }

  /** Alibaba Cloud: ACK, by Classic or Network Load Balancers. */
  static alibabaCloud(props: AlibabaCloudProps = {}): Provider {
    return new Provider(alibabaCloud(props));
  }

  /** MetalLB, on a cluster of one's own. */
  static metalLb(props: MetalLbProps = {}): Provider {
    return new Provider(metalLb(props));
  }

  /** Nobody known: a fixed address goes into the field of the API, and every other wish is refused. */
  static none(): Provider {
    return new Provider(none);
  }

  /** The provider's name, for messages. */
  readonly name: string;
  /** Every annotation key that it may write; `<port>` stands for the number of a Service port. */
  readonly annotationKeys: readonly string[];
  private readonly dialect: LoadBalancerDialect;

  private constructor(dialect: LoadBalancerDialect) {
    this.name = dialect.name;
    this.annotationKeys = Object.freeze([...dialect.annotationKeys]);
    this.dialect = dialect;
    Object.freeze(this);
  }

  /** What the wishes become on a Service of type LoadBalancer. Pure, and throws nothing: `problems` says what cannot be had. */
  loadBalancer(wishes: LoadBalancerWishes, service: LoadBalancerService): LoadBalancerPlan {
    const wished = normalizedWishes(wishes);
    const unsound = wishProblems(wished, service);
    if (unsound.length > 0) return planOfProblems(unsound);
    const asked = service.loadBalancerClass;
    const { loadBalancerClass: served, servesEveryClass } = this.dialect;
    if (asked !== undefined && asked !== served && servesEveryClass !== true) return this.foreignClass(asked, wished);
    return this.carriedOut({ wishes: wished, service: requestedService(service) });
  }

  /** Somebody else serves that class, and nobody would read what we wrote. */
  private foreignClass(asked: string, wished: Partial<WishValues>): LoadBalancerPlan {
    const names = Object.keys(wished);
    if (names.length === 0) return planOfProblems([]);
    const { loadBalancerClass: served, name } = this.dialect;
    const own = served === undefined ? 'Services without a class' : `the class '${served}'`;
    return planOfProblems([
      `${quoteList(names)} cannot be had from ${name} for the load balancer class '${asked}': it serves ${own}; ` +
        'leave the class out, or set the annotations of whoever serves it yourself',
    ]);
  }

  private carriedOut(request: LoadBalancerRequest): LoadBalancerPlan {
    const { name, service, wishes, loadBalancerClass } = this.dialect;
    const plan: DraftedPlan = { annotations: {}, spec: {}, problems: [] };
    if (loadBalancerClass !== undefined) plan.spec.loadBalancerClass = loadBalancerClass;
    service?.(new LoadBalancerDraft(plan, name, 'loadBalancer'), request);
    carryOut(request.wishes, wishes, (wish) => new LoadBalancerDraft(plan, name, wish), request);
    return plan;
  }
}

function requestedService(service: LoadBalancerService): RequestedService {
  return {
    ports: service.ports.map((port) => ({ ...port, protocol: port.protocol ?? 'TCP' })),
    ipFamilies: service.ipFamilies ?? ['IPv4'],
    externalTrafficPolicy: service.externalTrafficPolicy ?? 'Cluster',
    hasNodePorts: service.allocateNodePorts !== false || service.ports.every(({ nodePort }) => nodePort !== undefined),
  };
}
