import { deployment } from '../example-manifests';
import { defineRule } from '../rule';

const of = (image: string): string => deployment('web', 'app: web', { image });
const field = 'spec.template.spec.containers[0].image';

/** github.com/distribution/reference: host, lower-case path, tag, digest. */
const part = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*';
const host =
  '(?:localhost|[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+|[A-Za-z0-9.-]+:[0-9]+|\\[[0-9a-fA-F:]+\\](?::[0-9]+)?)(?::[0-9]+)?/';
const reference = new RegExp(
  `^(?:${host})?${part}(?:/${part})*(?::[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(?:@[A-Za-z][\\w+.-]*:[0-9a-fA-F]{32,})?$`,
);

export const imageName = defineRule({
  id: 'workload/image-name',
  class: 'broken',
  on: ['workload'],
  summary: 'An image is named as a registry can find it.',
  why: 'The API server takes any text. The kubelet does not: the pod stays in InvalidImageName, and whoever leads to it answers 503. What is left is most often a variable that nobody filled in.',
  fix: 'Write `registry/path:tag` in lower case, and fill in variables before the manifests are delivered.',
  symptoms: ['InvalidImageName', 'couldn’t parse image name', 'invalid reference format', '503'],
  good: [
    { manifests: of('nginx:1.29') },
    { title: 'a registry with a port', manifests: of('registry.example.com:5000/team/web:1.0-rc.1') },
    { title: 'a digest', manifests: of(`ghcr.io/team/web@sha256:${'a1'.repeat(32)}`) },
    { title: 'put in by whoever delivers', manifests: of('auto') },
  ],
  bad: [
    { title: 'a variable', manifests: of('registry.example.com/web:$TAG'), finds: [field] },
    { title: 'a variable in braces', manifests: of('${REGISTRY}/web:1.0'), finds: [field] },
    { title: 'a placeholder', manifests: of('<registry>/web:1.0'), finds: [field] },
    { title: 'capitals', manifests: of('registry.example.com/Team/web:1.0'), finds: [field] },
    { title: 'a scheme', manifests: of('https://registry.example.com/web:1.0'), finds: [field] },
    { title: 'no tag behind the colon', manifests: of('registry.example.com/web:'), finds: [field] },
  ],
  *check({ containers }) {
    for (const { container, field } of containers) {
      const image = container.image ?? '';
      if (image === '' || image.length > 1024 || reference.test(image)) continue;
      yield {
        field: `${field}.image`,
        message: `'${image}' is not the name of an image`,
        // Flux fills in such variables when it delivers.
        ...(/\$\{\w[\w-]*\}/.test(image) ? { severity: 'warning' as const } : {}),
      };
    }
  },
});
