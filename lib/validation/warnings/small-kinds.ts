import { FieldPath } from '../../findings/field-path';
import type { KubernetesMinor } from '../../kubernetes/versions';
import { fieldsOf, valueAt } from '../../manifests/untyped';
import type { Warning, Warnings } from './warning';

const annotationsPath = FieldPath.of('metadata').child('annotations');

function annotationWarning(key: string, message: string): Warning {
  return { rule: 'warning/deprecated-annotation', path: annotationsPath.key(key), message };
}

function hasAnnotation(object: unknown, key: string): boolean {
  return fieldsOf(valueAt(object, 'metadata', 'annotations')).includes(key);
}

const ingressClass = 'kubernetes.io/ingress.class';

/** ingressStrategy.WarningsOnCreate. */
export function* ingressWarnings(ingress: unknown): Warnings {
  if (!hasAnnotation(ingress, ingressClass) || valueAt(ingress, 'spec', 'ingressClassName') !== undefined) return;
  yield annotationWarning(ingressClass, "deprecated: name the class in 'spec.ingressClassName'");
}

const mountableSecrets = 'kubernetes.io/enforce-mountable-secrets';

/** warnIfHasEnforceMountableSecretsAnnotation. */
export function* serviceAccountWarnings(account: unknown, minor: KubernetesMinor): Warnings {
  if (minor < 32 || !hasAnnotation(account, mountableSecrets)) return;
  yield annotationWarning(mountableSecrets, 'deprecated: keep Secrets apart by namespaces');
}
