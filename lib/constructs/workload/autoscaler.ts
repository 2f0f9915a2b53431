import type { IConstruct } from 'constructs';
import { ConstructError } from '../construct-error';
import type { NamedContainerProps } from './container';
import type { AutoscalingProps, DisruptionBudgetProps } from './scaling';

/** The `spec` of the HorizontalPodAutoscaler of the Deployment `name`. */
export function writeAutoscaler(
  scope: IConstruct,
  name: string,
  props: AutoscalingProps,
  containers: readonly NamedContainerProps[],
): object {
  const { minReplicas = 2, maxReplicas, memoryUtilization, metrics = [], behavior } = props;
  checkBounds(scope, minReplicas, maxReplicas);
  const byDefault = memoryUtilization === undefined && metrics.length === 0 ? 80 : undefined;
  const cpuUtilization = props.cpuUtilization ?? byDefault;
  const resources = [
    ...utilization(scope, 'cpu', cpuUtilization, containers),
    ...utilization(scope, 'memory', memoryUtilization, containers),
  ];
  return {
    scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name },
    minReplicas,
    maxReplicas,
    metrics: [...resources, ...metrics],
    behavior,
  };
}

/** The `spec` of a PodDisruptionBudget; by default a drain takes one pod at a time, so that it never waits for ever. */
export function writeDisruptionBudget(
  selector: Readonly<Record<string, string>>,
  { maxUnavailable, minAvailable }: DisruptionBudgetProps = { maxUnavailable: 1 },
): object {
  return { maxUnavailable, minAvailable, selector: { matchLabels: selector } };
}

function checkBounds(scope: IConstruct, minReplicas: number, maxReplicas: number): void {
  const sound =
    Number.isInteger(minReplicas) && Number.isInteger(maxReplicas) && minReplicas >= 1 && maxReplicas >= minReplicas;
  if (sound) return;
  throw new ConstructError(
    scope,
    `autoscaling goes from ${minReplicas} to ${maxReplicas} replicas. Give whole numbers: minReplicas (2 unless set) from 1 on, and maxReplicas not below it.`,
  );
}

/** Utilization is a share of what containers request: without a request the autoscaler has nothing to divide by, and never acts. */
function utilization(
  scope: IConstruct,
  resource: 'cpu' | 'memory',
  percent: number | undefined,
  containers: readonly NamedContainerProps[],
): readonly object[] {
  if (percent === undefined) return [];
  const silent = containers.find(
    ({ resources = {} }) => (resources.requests ?? resources.limits)?.[resource] === undefined,
  );
  if (silent !== undefined) {
    throw new ConstructError(
      scope,
      `autoscaling looks at the use of requested ${resource}, and container '${silent.name}' requests none. Give it resources.requests.${resource}, or scale by other metrics.`,
    );
  }
  return [
    { type: 'Resource', resource: { name: resource, target: { type: 'Utilization', averageUtilization: percent } } },
  ];
}
