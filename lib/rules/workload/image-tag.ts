import { imageOf } from '../../graph/image-of';
import { deployment } from '../example-manifests';
import { defineRule } from '../rule';

const web = (image: string): string => deployment('web', 'app: web', { image });
const finds = ['spec.template.spec.containers[0].image'];

export const imageTag = defineRule({
  id: 'workload/image-tag',
  class: 'risky',
  rating: 'low',
  on: ['workload'],
  summary: 'An image is named by a version or a digest.',
  why: 'Without a tag, and with `latest`, each node takes what is newest when it starts a pod: two pods of one application run different versions, and nobody can go back.',
  fix: 'Name the version, or the digest, which nobody can move.',
  symptoms: ['pods of one Deployment behave differently', 'a restart brought another version'],
  good: [
    { manifests: web('nginx:1.29.3') },
    { title: 'a digest', manifests: web(`nginx@sha256:${'a'.repeat(64)}`) },
    { title: 'a registry with a port', manifests: web('registry.example.com:5000/web:1.0') },
  ],
  bad: [
    { title: 'no tag', manifests: web('influxdb'), finds },
    { title: 'no tag, and a registry with a port', manifests: web('registry.example.com:5000/web'), finds },
    { title: 'latest', manifests: web('nginx:latest'), finds },
  ],
  *check({ containers }) {
    for (const container of containers) {
      const image = container.container.image ?? '';
      const { tag, digest } = imageOf(container);
      if (image === '' || digest !== '' || (tag !== '' && tag !== 'latest')) continue;
      yield {
        field: `${container.field}.image`,
        message: `image '${image}' is ${tag === '' ? 'named without a tag' : "tagged 'latest'"}`,
      };
    }
  },
});
