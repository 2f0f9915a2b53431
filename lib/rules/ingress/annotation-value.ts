import { annotationOfFamily } from '../../controllers/annotations';
import { meantValue, valueProblem } from '../../controllers/annotations/value-problem';
import { annotationKeys } from '../../graph/annotation-keys';
import { annotationOf } from '../../graph/set-object';
import { ingress, web } from '../ingress-example';
import { defineRule } from '../rule';

const nginx = 'nginx.ingress.kubernetes.io/';
const annotated = (...annotations: readonly string[]): string => web + ingress({ annotations });
const field = (key: string): string => `metadata.annotations[${key}]`;

export const annotationValue = defineRule({
  id: 'ingress/annotation-value',
  class: 'broken',
  on: ['set'],
  summary: 'The value of an annotation is one that the controller can read.',
  why: 'A value that does not parse is passed over, or the whole Ingress is: ingress-nginx wants bare seconds, F5 NGINX and HAProxy a unit.',
  fix: 'Write the value in the form that is named.',
  symptoms: ['annotation has no effect', 'timeouts after 60 seconds', '413 Request Entity Too Large'],
  references: ['https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations/'],
  good: [
    {
      title: 'seconds, a size and ranges',
      manifests: annotated(
        `${nginx}proxy-read-timeout: "60"`,
        `${nginx}proxy-body-size: 8m`,
        `${nginx}whitelist-source-range: "10.0.0.0/8, 192.0.2.1"`,
      ),
    },
    { title: 'a protocol in lower case', manifests: annotated(`${nginx}backend-protocol: https`) },
    {
      title: 'a time of the other NGINX',
      manifests: web + ingress({ annotations: ['nginx.org/proxy-read-timeout: 60s'] }),
    },
    { title: 'a limit switched off', manifests: annotated(`${nginx}proxy-body-size: "0"`) },
  ],
  bad: [
    {
      title: 'seconds with a unit',
      manifests: annotated(`${nginx}proxy-read-timeout: 60s`),
      finds: [field(`${nginx}proxy-read-timeout`)],
    },
    {
      title: 'a size with a unit of Kubernetes',
      manifests: annotated(`${nginx}proxy-body-size: 8Mi`),
      finds: [field(`${nginx}proxy-body-size`)],
    },
    {
      title: 'a protocol that there is not',
      manifests: annotated(`${nginx}backend-protocol: HTTP2`),
      finds: [field(`${nginx}backend-protocol`)],
    },
    { title: 'yes', manifests: annotated(`${nginx}ssl-redirect: "yes"`), finds: [field(`${nginx}ssl-redirect`)] },
    {
      title: 'no range',
      manifests: annotated(`${nginx}whitelist-source-range: 10.0.0.0/33`),
      finds: [field(`${nginx}whitelist-source-range`)],
    },
    {
      title: 'a scheme',
      manifests: web + ingress({ className: 'alb', annotations: ['alb.ingress.kubernetes.io/scheme: public'] }),
      finds: [field('alb.ingress.kubernetes.io/scheme')],
    },
  ],
  *check(graph) {
    for (const { key, family, objects } of annotationKeys(graph)) {
      const known = family === undefined ? undefined : annotationOfFamily(family, key);
      if (family === undefined || known === undefined || known.form === 'text') continue;
      const field = `metadata.annotations[${key}]`;
      for (const object of objects) {
        const value = annotationOf(object, key);
        const allowed = value === undefined ? undefined : valueProblem(known.form, value);
        if (value === undefined || allowed === undefined) continue;
        const meant = meantValue(known.form, value);
        yield {
          object,
          field,
          message: `${family.title} cannot read '${value}' for '${key}': it wants ${allowed}`,
          ...(meant === undefined ? {} : { edits: [{ set: field, value: meant }] }),
        };
      }
    }
  },
});
