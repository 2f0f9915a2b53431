import { familyOfKey } from '../../controllers/annotations';
import { deployment } from '../example-manifests';
import { defineRule } from '../rule';

const key = 'nginx.ingress.kubernetes.io/proxy-body-size';

export const annotationWorkload = defineRule({
  id: 'ingress/annotation-workload',
  class: 'broken',
  on: ['workload'],
  summary: 'Annotations for an ingress controller are not on pods or what makes them.',
  why: 'Controllers read their annotations from Ingresses and Services. On a Deployment or its pods nobody reads them, and nothing says so.',
  fix: 'Move the annotation to the object that is named.',
  symptoms: ['annotation has no effect', '413 request entity too large', 'sticky session does not stick'],
  references: ['https://github.com/kubernetes/ingress-nginx/issues/7986'],
  good: [
    { manifests: deployment('web', 'app: web') },
    {
      title: 'what others read from pods',
      manifests: deployment('web', 'app: web').replace(
        'metadata: { labels',
        'metadata: { annotations: { prometheus.io/scrape: "true", example.com/owner: shop }, labels',
      ),
    },
  ],
  bad: [
    {
      title: 'on the pods',
      manifests: deployment('web', 'app: web').replace(
        'metadata: { labels',
        `metadata: { annotations: { ${key}: 8m }, labels`,
      ),
      finds: [`spec.template.metadata.annotations[${key}]`],
    },
    {
      title: 'on the Deployment',
      manifests: deployment('web', 'app: web').replace('name: web', `name: web\n  annotations: { ${key}: 8m }`),
      finds: [`metadata.annotations[${key}]`],
    },
  ],
  *check({ object, template, annotations }) {
    const places = [{ place: '', keys: Object.keys(object.annotations) }];
    if (template !== '') places.push({ place: template, keys: Object.keys(annotations) });
    for (const { place, keys } of places) {
      for (const key of keys) {
        const family = familyOfKey(key);
        const known = family?.keys.get(family.ignoresCase ? key.toLowerCase() : key);
        if (family === undefined || known === undefined || family.controllerStrings.length === 0) continue;
        yield {
          field: `${place}metadata.annotations[${key}]`,
          message: `${family.title} reads '${key}' from ${known.on.join(' or ')}, not from ${place === '' ? object.kind : 'pods'}`,
        };
      }
    }
  },
});
