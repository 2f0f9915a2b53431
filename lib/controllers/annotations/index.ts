import { nearestByWord } from '../../kubernetes/wording';
import { albAnnotations, azureAnnotations, gkeAnnotations } from './cloud';
import { contourAnnotations } from './contour';
import type { AnnotationFamily, KnownAnnotation } from './family';
import { haproxyAnnotations } from './haproxy';
import { haproxyIngressAnnotations } from './haproxy-ingress';
import { ingressNginxAnnotations } from './ingress-nginx';
import { nginxAnnotations } from './nginx';
import { bystanders, otherMakes } from './others';
import { traefikAnnotations } from './traefik';

export type { AnnotationFamily, KnownAnnotation, ValueForm } from './family';
export {
  albAnnotations,
  azureAnnotations,
  contourAnnotations,
  gkeAnnotations,
  haproxyAnnotations,
  haproxyIngressAnnotations,
  ingressNginxAnnotations,
  nginxAnnotations,
  traefikAnnotations,
};

/** Every make of controller whose annotations or classes are known. */
export const makes: readonly AnnotationFamily[] = [
  ingressNginxAnnotations,
  nginxAnnotations,
  haproxyAnnotations,
  haproxyIngressAnnotations,
  traefikAnnotations,
  contourAnnotations,
  albAnnotations,
  gkeAnnotations,
  azureAnnotations,
  ...otherMakes,
];

const families: readonly AnnotationFamily[] = [...makes, ...bystanders];

/** What stands before the slash of a key; nothing where there is none. */
export function domainOf(key: string): string {
  return key.slice(0, Math.max(key.indexOf('/'), 0));
}

const byDomain = new Map<string, AnnotationFamily[]>();
for (const family of families) {
  const domains = new Set([...family.prefixes, ...Object.keys(family.gone)].map(domainOf));
  for (const domain of domains) byDomain.set(domain, [...(byDomain.get(domain) ?? []), family]);
}

/** What the annotations of controllers begin with, also those that only older versions read. */
export const keysOfMakes: readonly string[] = makes.flatMap(({ prefixes, gone }) => [
  ...prefixes,
  ...Object.keys(gone),
]);

/** The family whose annotations begin like the key. */
export function familyOfKey(key: string): AnnotationFamily | undefined {
  return byDomain
    .get(domainOf(key))
    ?.find(({ prefixes, gone }) => prefixes.some((prefix) => key.startsWith(prefix)) || Object.hasOwn(gone, key));
}

/** The known key that was meant, where nobody's annotations begin like this one and one word of the beginning is misspelt. */
export function meantKey(key: string): string | undefined {
  const name = key.slice(key.indexOf('/') + 1);
  if (familyOfKey(key) !== undefined || name === key) return undefined;
  const domain = key.slice(0, -name.length);
  for (const { prefixes, keys, ignoresCase } of families) {
    const near = nearestByWord(domain, prefixes, '.');
    if (near !== undefined && keys.has(near + (ignoresCase ? name.toLowerCase() : name))) return near + name;
  }
  return undefined;
}

/** What is known of an annotation; undefined where its family does not read it. */
export function annotationOfFamily(family: AnnotationFamily, key: string): KnownAnnotation | undefined {
  const known = family.keys.get(family.ignoresCase ? key.toLowerCase() : key);
  if (known !== undefined) return known;
  const open = !family.complete || family.openKeys.some((start) => key.startsWith(start));
  return open ? { form: 'text', on: ['Ingress', 'Service', 'IngressClass', 'HTTPProxy', 'Secret'] } : undefined;
}

/** Whether a family is one of a controller, so that the annotations are read by nobody else. */
export function isMake(family: AnnotationFamily): boolean {
  return makes.includes(family);
}

/** The make whose IngressClasses have that `spec.controller`. */
export function makeOfString(controllerString: string): AnnotationFamily | undefined {
  return makes.find(({ controllerStrings }) =>
    controllerStrings.some((known) => controllerString === known || controllerString.startsWith(`${known}/`)),
  );
}

/** The makes that call their class so where nobody chose another name. */
export function makesOfClassName(className: string): readonly AnnotationFamily[] {
  return makes.filter(({ classNames }) => classNames.includes(className));
}
