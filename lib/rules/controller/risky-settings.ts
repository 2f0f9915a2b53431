import { ingressNginxAnnotations, nginxAnnotations } from '../../controllers/annotations';
import { textOf, valueAt } from '../../manifests/untyped';
import { defineRule } from '../rule';
import { configMap, controller } from './flag-reference.examples';

const flag = '--configmap=default/settings';

export const riskySettings = defineRule({
  id: 'controller/risky-settings',
  class: 'risky',
  rating: 'critical',
  on: ['set'],
  summary: 'A controller does not take configuration from annotations.',
  why: 'With snippets allowed, or risky annotations let through, everyone who may write an Ingress has the rights of the controller: all Secrets and all hosts (CVE-2021-25742).',
  fix: 'Leave `allow-snippet-annotations` false and `annotations-risk-level` at High or below.',
  references: [
    'https://github.com/kubernetes/ingress-nginx/issues/7837',
    'https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/configmap/#annotations-risk-level',
  ],
  good: [{ title: 'as it comes', manifests: controller([flag]) + configMap('settings', 'use-gzip: "true"') }],
  bad: [
    {
      title: 'snippets',
      manifests: controller([flag]) + configMap('settings', 'allow-snippet-annotations: "true"'),
      finds: ['data[allow-snippet-annotations]'],
    },
    {
      title: 'every annotation',
      manifests: controller([flag]) + configMap('settings', 'annotations-risk-level: Critical'),
      finds: ['data[annotations-risk-level]'],
    },
    {
      title: 'a ConfigMap whose controller is elsewhere',
      manifests: configMap('ingress-nginx-controller', 'allow-snippet-annotations: "true"'),
      finds: ['data[allow-snippet-annotations]'],
    },
    {
      title: 'the flag of F5 NGINX',
      manifests: controller(['-enable-snippets'], 'nginx/nginx-ingress:5.6.1'),
      finds: ['spec.template.spec.containers[0].args[0]'],
    },
  ],
  *check(graph) {
    for (const map of graph.ofKind('ConfigMap')) {
      for (const [key, bad] of Object.entries(settings)) {
        const value = textOf(valueAt(map.body, 'data', key));
        if (value.toLowerCase() !== bad) continue;
        yield {
          object: map,
          field: `data[${key}]`,
          message: `'${key}: ${value}' lets everyone who may write an Ingress write configuration of the controller`,
        };
      }
    }
    for (const { make, workload, flags } of graph.controllers) {
      const flag = flags.find(({ name, value }) => name === 'enable-snippets' && value !== 'false');
      if (flag === undefined || ![nginxAnnotations, ingressNginxAnnotations].includes(make)) continue;
      yield {
        object: workload.object,
        field: flag.field,
        message: '--enable-snippets lets everyone who may write an Ingress write configuration of the controller',
      };
    }
  },
});

/** Keys that no other program has, and the value that opens the door. */
const settings = { 'allow-snippet-annotations': 'true', 'annotations-risk-level': 'critical' };
