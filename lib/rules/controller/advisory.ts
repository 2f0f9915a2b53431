import { advisoriesOf, controllerOfImage, tagOf } from '../../controllers/advisories';
import { imageOf } from '../../graph/image-of';
import { textOf } from '../../manifests/untyped';
import { defineRule } from '../rule';
import { controller } from './flag-reference.examples';

export const controllerAdvisory = defineRule({
  id: 'controller/advisory',
  class: 'risky',
  rating: 'high',
  on: ['workload'],
  summary: 'A controller is a release without known vulnerabilities.',
  why: 'A controller faces the internet and reads Secrets: what is known to be wrong with it is tried on every address within days.',
  fix: 'Update to a release that has the fixes, and pin it.',
  references: ['https://github.com/traefik/traefik/security/advisories'],
  good: [
    { title: 'a release with the fixes', manifests: controller([], 'traefik:v3.7.13') },
    { title: 'another program', manifests: controller([], 'registry.example.com/web:1.0.0') },
    { title: 'a tag that tells no release', manifests: controller([], 'traefik:latest') },
  ],
  bad: [
    {
      title: 'a release before them',
      manifests: controller([], 'traefik:v3.7.0'),
      finds: ['spec.template.spec.containers[0].image'],
    },
  ],
  *check({ containers }) {
    const told = new Set<string>();
    for (const container of [...containers].reverse()) {
      const known = controllerOfImage(imageOf(container));
      const image = textOf(container.container.image);
      if (known === undefined || told.has(image)) continue;
      told.add(image);
      const tag = tagOf(image);
      const found = tag === undefined ? [] : advisoriesOf(known, tag);
      if (found.length === 0) continue;
      const worst = found.slice(0, 4).map(({ id, gains }) => `${id} (${gains})`);
      const more = found.length > worst.length ? ` and ${found.length - worst.length} more` : '';
      const newest = [...new Set(found.flatMap(({ fixedIn }) => fixedIn))];
      const fixed = newest.length === 0 ? 'no release has the fixes' : `fixed in ${newest.join(', ')}`;
      yield {
        field: `${container.field}.image`,
        message: `${known.title} ${tag ?? ''} has ${worst.join(', ')}${more}; ${fixed}`,
      };
    }
  },
});
