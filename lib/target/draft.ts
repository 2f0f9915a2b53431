import type { Draft } from './dialect';
import type { LoadBalancerPlan } from './load-balancer';

/** What the handlers of one load balancer have written so far. */
export interface DraftedPlan {
  readonly annotations: Record<string, string>;
  readonly spec: { loadBalancerIP?: string; loadBalancerClass?: string };
  readonly problems: string[];
}

/** A plan in the making, seen from one wish. */
export class LoadBalancerDraft implements Draft {
  private readonly plan: DraftedPlan;
  private readonly provider: string;
  private readonly subject: string;

  /** @param subject the wish that is being carried out, `healthCheck.path`. */
  constructor(plan: DraftedPlan, provider: string, subject: string) {
    this.plan = plan;
    this.provider = provider;
    this.subject = subject;
  }

  annotate(key: string, value: string | number | boolean): void {
    this.plan.annotations[key] = String(value);
  }

  setAddress(address: string): void {
    this.plan.spec.loadBalancerIP = address;
  }

  refuse(reason: string): void {
    this.plan.problems.push(`'${this.subject}' cannot be had from ${this.provider}: ${reason}`);
  }

  about(part: string): Draft {
    return new LoadBalancerDraft(this.plan, this.provider, `${this.subject}.${part}`);
  }
}

/** A plan that says nothing but what is wrong. */
export function planOfProblems(problems: readonly string[]): LoadBalancerPlan {
  return { annotations: {}, spec: {}, problems };
}
