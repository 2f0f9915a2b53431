import type { Graph } from '../../graph/graph';
import type { SetObject } from '../../graph/set-object';
import type { HorizontalPodAutoscaler } from '../../kubernetes/api';

/** What an autoscaler scales. */
export interface ScaleTarget {
  /** `apps Deployment`. */
  readonly key: `${string} ${string}`;
  readonly kind: string;
  readonly name: string;
  /** Where it is in the set. */
  readonly object: SetObject | undefined;
}

export function scaleTargetOf({ body, namespace }: SetObject<HorizontalPodAutoscaler>, graph: Graph): ScaleTarget {
  const { apiVersion, kind, name } = body.spec?.scaleTargetRef ?? {};
  const group = (apiVersion ?? '').includes('/') ? (apiVersion ?? '').split('/')[0] : '';
  const key = `${group ?? ''} ${kind ?? ''}` as const;
  return { key, kind: kind ?? '', name: name ?? '', object: graph.find(key, namespace, name ?? '') };
}
