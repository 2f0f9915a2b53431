import { FieldPath } from '../../findings/field-path';
import { itemsOf, textOf, valueAt } from '../../manifests/untyped';
import { standardFinalizers } from '../metadata';
import type { Warnings } from './warning';

const ownerFields = ['uid', 'apiVersion', 'kind', 'name', 'controller', 'blockOwnerDeletion'];

/** Handlers of all kinds drop a second reference to the same owner (dedupOwnerReferences). */
export function* metadataWarnings(object: unknown): Warnings {
  const path = FieldPath.of('metadata').child('ownerReferences');
  const known = new Set<string>();
  for (const [position, reference] of itemsOf(valueAt(object, 'metadata', 'ownerReferences')).entries()) {
    const key = ownerFields.map((field) => printed(valueAt(reference, field))).join();
    if (known.has(key)) {
      yield {
        rule: 'warning/duplicate-owner',
        path: path.index(position),
        message: 'the owner is referred to already; leave it out',
      };
    }
    known.add(key);
  }
}

/** customResourceStrategy.WarningsOnCreate: built-in kinds refuse such finalizers instead. */
export function* finalizerWarnings(object: unknown): Warnings {
  const path = FieldPath.of('metadata').child('finalizers');
  for (const entry of itemsOf(valueAt(object, 'metadata', 'finalizers'))) {
    const finalizer = textOf(entry);
    if (finalizer.includes('/') || standardFinalizers.includes(finalizer)) continue;
    const message = `'${finalizer}' may be taken by another controller too: prefer a domain and a path, such as 'example.com/cleanup'`;
    yield { rule: 'warning/finalizer', path, message };
  }
}

/** Two texts are equal where the values are; what is no text and no boolean does not decode there. */
function printed(value: unknown): string {
  return typeof value === 'string' || typeof value === 'boolean' ? JSON.stringify(value) : '';
}
