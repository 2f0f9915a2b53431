import type { Ingress, IngressClass } from '../kubernetes/api';
import type { Target } from '../target/target';
import { once } from './once';
import { annotationOf, type SetObject } from './set-object';

/** The annotation that named the class before Kubernetes 1.18, and that controllers still read. */
export const classAnnotation = 'kubernetes.io/ingress.class';

const defaultAnnotation = 'ingressclass.kubernetes.io/is-default-class';

/** A class that is known to be there. */
export interface KnownClass {
  readonly name: string;
  /** Its `spec.controller`; undefined where the target does not say. */
  readonly controllerString: string | undefined;
  /** Whether it serves Ingresses that name no class. */
  readonly isDefault: boolean;
  /** Undefined where the target tells of it. */
  readonly object: SetObject<IngressClass> | undefined;
}

/** Whose an Ingress is. */
export interface IngressOwner {
  /** The class that it names; undefined where it names none. */
  readonly className: string | undefined;
  /** The field that names it; `spec` where none does. */
  readonly field: string;
  /** The class that it names, or the default one; undefined where that is not known. */
  readonly known: KnownClass | undefined;
}

/** The IngressClasses of the set and of the cluster, and whose an Ingress is. */
export class IngressClassIndex {
  /** Those of the set first. */
  readonly classes: readonly KnownClass[];
  /** Whether all classes of the cluster are known, so that one that is not among them is missing. */
  readonly complete: boolean;
  private readonly byName = new Map<string, KnownClass>();

  constructor(objects: readonly SetObject<IngressClass>[], target: Target) {
    this.complete = target.ingressClasses !== undefined;
    this.classes = [...firstOfEach(objects).map(classOfSet), ...(target.ingressClasses ?? []).map(classOfTarget)];
    for (const one of this.classes) if (!this.byName.has(one.name)) this.byName.set(one.name, one);
  }

  /** The class of that name, where it is known to be there. */
  named(name: string): KnownClass | undefined {
    return this.byName.get(name);
  }

  /** Whose an Ingress is. Worked out once: most rules about Ingresses ask. */
  readonly ownerOf = once((ingress: SetObject<Ingress>): IngressOwner => {
    const field = ingress.body.spec?.ingressClassName ?? '';
    const annotation = annotationOf(ingress, classAnnotation) ?? '';
    const className = field || annotation || undefined;
    const known = className === undefined ? this.classes.find(({ isDefault }) => isDefault) : this.named(className);
    const named = annotation === '' ? 'spec' : `metadata.annotations[${classAnnotation}]`;
    return { className, field: field === '' ? named : 'spec.ingressClassName', known };
  });
}

function firstOfEach(objects: readonly SetObject<IngressClass>[]): readonly SetObject<IngressClass>[] {
  const byName = new Map<string, SetObject<IngressClass>>();
  for (const object of objects) if (!byName.has(object.name)) byName.set(object.name, object);
  return [...byName.values()];
}

function classOfSet(object: SetObject<IngressClass>): KnownClass {
  return {
    name: object.name,
    controllerString: object.body.spec?.controller ?? undefined,
    isDefault: annotationOf(object, defaultAnnotation) === 'true',
    object,
  };
}

function classOfTarget(one: NonNullable<Target['ingressClasses']>[number]): KnownClass {
  return { name: one.name, controllerString: one.controller, isDefault: one.default === true, object: undefined };
}
