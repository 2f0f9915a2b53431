import { familyOfKey, type AnnotationFamily } from '../controllers/annotations';
import { addTo } from './add-to';
import { oncePerGraph } from './once';
import type { SetObject } from './set-object';

/** A key of annotations of Ingresses and Services. */
export interface AnnotationKey {
  readonly key: string;
  /** Whose key it is by its beginning; undefined where nobody knows it. */
  readonly family: AnnotationFamily | undefined;
  /** The Ingresses that have it, then the Services. */
  readonly objects: readonly SetObject<object>[];
}

/** What Ingresses and Services are annotated with: a set has few keys, however many objects have them. */
export const annotationKeys = oncePerGraph((graph): readonly AnnotationKey[] => {
  const byKey = new Map<string, SetObject<object>[]>();
  for (const kind of ['Ingress', 'Service'] as const) {
    const objects: readonly SetObject<object>[] = graph.ofKind(kind);
    for (const object of objects) for (const key of Object.keys(object.annotations)) addTo(byKey, key, object);
  }
  return [...byKey].map(([key, objects]) => ({ key, family: familyOfKey(key), objects }));
});
