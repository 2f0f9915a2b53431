import { traefikAnnotations } from '../../controllers/annotations';
import { defineRule } from '../rule';
import { controller } from './flag-reference.examples';

export const controllerDashboard = defineRule({
  id: 'controller/dashboard',
  class: 'risky',
  rating: 'high',
  on: ['set'],
  summary: 'The interface by which a controller is watched asks who is there.',
  why: '`--api.insecure` serves the dashboard and the API of Traefik to everyone who reaches port 8080: all routes, middlewares and services of the cluster.',
  fix: 'Leave `--api.insecure` out; lead to `api@internal` by a route of its own with a sign-in.',
  references: ['https://doc.traefik.io/traefik/reference/install-configuration/api-dashboard/'],
  good: [{ title: 'the dashboard by a route', manifests: controller(['--api.dashboard=true'], 'traefik:v3.7.13') }],
  bad: [
    {
      title: 'open to all',
      manifests: controller(['--api.insecure=true'], 'traefik:v3.7.13'),
      finds: ['spec.template.spec.containers[0].args[0]'],
    },
    {
      title: 'switched on by its name',
      manifests: controller(['--api.insecure'], 'traefik:v3.7.13'),
      finds: ['spec.template.spec.containers[0].args[0]'],
    },
  ],
  *check(graph) {
    for (const { make, workload, flags } of graph.controllers) {
      const flag = flags.find(({ name, value }) => name === 'api.insecure' && value !== 'false');
      if (flag === undefined || make !== traefikAnnotations) continue;
      yield {
        object: workload.object,
        field: flag.field,
        message: 'the dashboard and the API of Traefik are open to everyone who reaches its port 8080',
      };
    }
  },
});
