import type { Severity } from '../../findings/finding';
import type { Graph } from '../../graph/graph';
import type { SetObject } from '../../graph/set-object';
import type { Workload } from '../../graph/workload';
import { autoscaler, webTarget } from '../autoscaling/example';
import { scaleTargetOf } from '../autoscaling/targets';
import { deployment } from '../example-manifests';
import { defineRule } from '../rule';
import { budget } from './example';

const web = (spec: string): string => deployment('web', 'app: web', { spec });

export const budgetBlocksDrain = defineRule({
  id: 'disruption/blocks-drain',
  class: 'broken',
  on: ['set'],
  summary: 'A PodDisruptionBudget lets a pod go when a node is drained.',
  why: 'No pod may be evicted: the drain of a node waits for ever, "Cannot evict pod as it would violate the pod\'s disruption budget", and upgrades of the cluster stop.',
  fix: 'Set `maxUnavailable: 1`, and run more pods than have to be there.',
  symptoms: [
    "Cannot evict pod as it would violate the pod's disruption budget",
    'kubectl drain hangs',
    'ALLOWED DISRUPTIONS 0',
  ],
  references: ['https://kubernetes.io/docs/tasks/run-application/configure-pdb/'],
  good: [
    { manifests: budget('web', 'maxUnavailable: 1') + web('replicas: 1') },
    { title: 'one of two has to be there', manifests: budget('web', 'minAvailable: 1') + web('replicas: 2') },
    { title: 'half of them', manifests: budget('web', 'minAvailable: 50%') + web('replicas: 2') },
    {
      title: 'as many as the autoscaler keeps',
      manifests: budget('web', 'minAvailable: 1') + deployment('web', 'app: web') + autoscaler('web', webTarget),
    },
    { title: 'a number of pods that is not known', manifests: budget('web', 'minAvailable: 1') },
  ],
  bad: [
    {
      title: 'none may go',
      manifests: budget('web', 'maxUnavailable: 0') + web('replicas: 3'),
      finds: ['spec.maxUnavailable'],
    },
    {
      title: 'none of a hundred',
      manifests: budget('web', 'maxUnavailable: 0%') + web('replicas: 3'),
      finds: ['spec.maxUnavailable'],
    },
    {
      title: 'all have to be there',
      manifests: budget('web', 'minAvailable: 100%') + web('replicas: 3'),
      finds: ['spec.minAvailable'],
    },
    {
      title: 'as many as there are',
      manifests: budget('web', 'minAvailable: 2') + web('replicas: 2'),
      finds: ['spec.minAvailable'],
    },
    {
      title: 'one of one',
      manifests: budget('web', 'minAvailable: 1') + deployment('web', 'app: web'),
      finds: ['spec.minAvailable'],
    },
    {
      title: 'as many as the autoscaler keeps at least',
      manifests:
        budget('web', 'minAvailable: 2') +
        deployment('web', 'app: web') +
        autoscaler('web', webTarget, 'minReplicas: 2, maxReplicas: 9'),
      finds: ['spec.minAvailable'],
    },
  ],
  *check(graph) {
    const least = leastByTarget(graph);
    for (const one of graph.ofKind('PodDisruptionBudget')) {
      const { minAvailable, maxUnavailable, selector } = one.body.spec ?? {};
      const pods = graph.pods.selectedBy(one.namespace, selector).filter(({ ends }) => !ends);
      const related = pods.slice(0, 1).map(({ object }) => ({ object, field: 'spec.replicas' }));
      if (maxUnavailable != null && isNone(maxUnavailable)) {
        const message = `maxUnavailable ${maxUnavailable} lets no pod go`;
        const edits = [{ set: 'spec.maxUnavailable', value: 1 }];
        yield { object: one, field: 'spec.maxUnavailable', message, related, edits };
      }
      if (minAvailable == null) continue;
      const blocked = blockedBy(minAvailable, pods, least);
      if (blocked !== undefined) yield { object: one, field: 'spec.minAvailable', ...blocked, related };
    }
  },
});

function isNone(value: string | number): boolean {
  return value === 0 || /^0+%$/.test(String(value));
}

/** How many pods autoscalers keep at least, by what they scale. */
function leastByTarget(graph: Graph): ReadonlyMap<SetObject, number> {
  const least = new Map<SetObject, number>();
  for (const one of graph.ofKind('HorizontalPodAutoscaler')) {
    const { object } = scaleTargetOf(one, graph);
    if (object !== undefined) least.set(object, one.body.spec?.minReplicas ?? 1);
  }
  return least;
}

interface Blocked {
  readonly message: string;
  readonly severity: Severity;
}

function blockedBy(
  minAvailable: string | number,
  pods: readonly Workload[],
  least: ReadonlyMap<SetObject, number>,
): Blocked | undefined {
  const [first] = pods;
  const scaled = pods.some(({ object }) => least.has(object));
  const counts = pods.map(({ object, replicas }) => least.get(object) ?? replicas);
  const percentage = typeof minAvailable === 'string' ? Number.parseInt(minAvailable, 10) : undefined;
  if (percentage !== undefined && percentage >= 100) {
    return { message: `minAvailable ${minAvailable} lets no pod go`, severity: 'error' };
  }
  if (first === undefined || counts.some((count) => count === undefined)) return undefined;
  const total = counts.reduce((sum: number, count) => sum + (count ?? 0), 0);
  // Percentages are rounded up (GetScaledValueFromIntOrPercent in the disruption controller).
  const needed = percentage === undefined ? Number(minAvailable) : Math.ceil((total * percentage) / 100);
  if (total === 0 || needed < total) return undefined;
  return {
    message: `${needed} of ${total} pods have to be there${scaled ? ', as long as the autoscaler keeps no more' : ''}: none may go`,
    severity: scaled ? 'warning' : 'error',
  };
}
