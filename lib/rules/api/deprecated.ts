import { deprecations } from '../../validation/warnings/deprecations';
import { defineRule } from '../rule';

const service = (spec: string): string => `
apiVersion: v1
kind: Service
metadata: { name: web }
spec: { selector: { app: web }, ports: [{ port: 80 }], ${spec} }
`;

export const apiDeprecated = defineRule({
  id: 'api/deprecated',
  class: 'risky',
  rating: 'low',
  on: ['object'],
  summary: 'A manifest draws no warning from the API server.',
  why: 'The API server takes what it warns about: a field or kind that later versions no longer act on, or one that has no effect where it stands.',
  fix: 'Write what the message names instead, before the version that drops it.',
  symptoms: [
    'Warning: spec.externalIPs is deprecated',
    'Warning: v1 Endpoints is deprecated',
    'deprecated since v1.19',
  ],
  references: ['https://kubernetes.io/docs/reference/using-api/deprecation-guide/'],
  good: [
    { manifests: service('type: ClusterIP') },
    {
      title: 'a server that does not warn yet',
      manifests: service('externalIPs: [198.51.100.32]'),
      target: { kubernetes: '1.33' },
    },
  ],
  bad: [
    { manifests: service('externalIPs: [198.51.100.32]'), finds: ['spec.externalIPs'] },
    {
      title: 'a kind',
      manifests: `
apiVersion: v1
kind: Endpoints
metadata: { name: web }
subsets: [{ addresses: [{ ip: 192.0.2.7 }], ports: [{ port: 80 }] }]
`,
      finds: ['apiVersion'],
    },
    {
      title: 'a field that does nothing',
      manifests: service('externalName: a.example.com'),
      finds: ['spec.externalName'],
    },
  ],
  *check({ body }, { graph }) {
    for (const { field, message } of deprecations(body, { kubernetes: graph.target.kubernetes })) {
      yield { field, message };
    }
  },
});
