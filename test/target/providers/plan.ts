import type { LoadBalancerService, LoadBalancerWishes } from '../../../lib/target/load-balancer';
import type { Provider } from '../../../lib/target/provider';

/** A Service with one TCP port, as most have. */
export const web: LoadBalancerService = { ports: [{ name: 'http', port: 80, protocol: 'TCP' }] };

/** One line of a table: what is wished of whom, and what becomes of it. */
export interface PlanCase {
  readonly wish: LoadBalancerWishes;
  readonly service?: Partial<LoadBalancerService>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly spec?: Readonly<Record<string, string>>;
  /** A part of the one problem. */
  readonly problem?: string;
}

/** Holds a table against a provider; `baseline` is what every load balancer gets there. */
export function checkPlans(
  provider: Provider,
  baseline: Pick<PlanCase, 'annotations' | 'spec'>,
  cases: Readonly<Record<string, PlanCase>>,
): void {
  test('nothing wished', () => {
    const plan = { annotations: baseline.annotations ?? {}, spec: baseline.spec ?? {}, problems: [] };
    expect(provider.loadBalancer({}, web)).toEqual(plan);
    expect(provider.loadBalancer({ internal: false, proxyProtocol: false }, web)).toEqual(plan);
  });

  test.each(Object.entries(cases))('%s', (_name, { wish, service, annotations, spec, problem }) => {
    const plan = provider.loadBalancer(wish, { ...web, ...service });
    if (problem !== undefined) {
      expect(plan.problems).toEqual([expect.stringContaining(problem)]);
      return;
    }
    expect(plan).toEqual({
      annotations: { ...baseline.annotations, ...annotations },
      spec: { ...baseline.spec, ...spec },
      problems: [],
    });
  });
}
