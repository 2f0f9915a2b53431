import { imageOf } from '../../graph/image-of';
import { quoteList } from '../../kubernetes/wording';
import { textOf } from '../../manifests/untyped';
import { deployment } from '../exposure/manifests.examples';
import { defineRule } from '../rule';
import { allowedIn, glob } from './by-namespace';

const parameters = { imageRegistries: { '*': ['registry.example.com/*', 'docker.io/library/*'] } };
const finds = ['spec.template.spec.containers[0].image'];

export const policyImageRegistry = defineRule({
  id: 'policy/image-registry',
  class: 'risky',
  rating: 'high',
  on: ['workload'],
  among: ({ pods }, { imageRegistries }) => (imageRegistries === undefined ? [] : pods.all),
  summary: 'Images come from where the policy allows.',
  why: 'An image from elsewhere is whatever somebody put there, and what is reached from outside runs it.',
  fix: 'Copy the image into an allowed registry, or have the policy allow this one (parameters.imageRegistries).',
  references: ['https://kubernetes.io/docs/concepts/containers/images/'],
  good: [
    { manifests: deployment(), parameters },
    { title: 'the name in full', manifests: deployment({ image: 'nginx:1.28.0' }), parameters },
    { title: 'no policy', manifests: deployment({ image: 'quay.io/someone/web:1' }) },
  ],
  bad: [
    { manifests: deployment({ image: 'quay.io/someone/web:1' }), parameters, finds },
    {
      title: 'a registry that only begins so',
      manifests: deployment({ image: 'registry.example.com.evil.test/web:1' }),
      parameters,
      finds,
    },
    {
      title: 'an init container',
      manifests: deployment({ pod: 'initContainers: [{ name: init, image: someone/init }]' }),
      parameters,
      finds: ['spec.template.spec.initContainers[0].image'],
    },
  ],
  *check({ namespace, containers }, { parameters: { imageRegistries } }) {
    const allowed = allowedIn(imageRegistries, namespace);
    if (allowed === undefined) return;
    for (const container of containers) {
      const { registry, path } = imageOf(container);
      const name = `${registry}/${path}`;
      if (textOf(container.container.image) === '' || allowed.some((pattern) => glob(pattern)(name))) continue;
      yield {
        field: `${container.field}.image`,
        message: `the image is ${name}; the policy allows namespace '${namespace}' ${quoteList(allowed)}`,
      };
    }
  },
});
