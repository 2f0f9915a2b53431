import { traefikInSet } from '../../graph/traefik-in-set';
import { nameOf } from '../../graph/set-object';
import { ingressRoute } from '../custom-example';
import { web } from '../ingress-example';
import { defineRule } from '../rule';
import { traefik } from './traefik.examples';

const older = ingressRoute().replace('traefik.io/v1alpha1', 'traefik.containo.us/v1alpha1');

export const traefikApiGroup = defineRule({
  id: 'traefik/api-group',
  class: 'broken',
  on: ['object'],
  among: (graph) => graph.ofGroup('traefik.containo.us'),
  summary: "Traefik's kinds are of the group `traefik.io`.",
  why: 'Traefik 3 does not read `traefik.containo.us`, and its CustomResourceDefinitions are not installed with it: the object is refused, or read by nobody.',
  fix: 'Write `apiVersion: traefik.io/v1alpha1`; the kinds and their fields are the same.',
  symptoms: ['404 from the controller', 'no matches for kind "IngressRoute" in version "traefik.containo.us/v1alpha1"'],
  references: ['https://doc.traefik.io/traefik/migrate/v2-to-v3/'],
  good: [
    { manifests: web + ingressRoute() },
    { title: 'for Traefik 2', manifests: web + older + traefik([], 'traefik:v2.9') },
  ],
  bad: [
    { title: 'for whichever Traefik', manifests: web + older, finds: ['apiVersion'] },
    { title: 'for Traefik 3', manifests: web + older + traefik(), finds: ['apiVersion'] },
  ],
  *check(object, { graph }) {
    if (object.group !== 'traefik.containo.us') return;
    const installed = traefikInSet(graph);
    if (installed?.major === 2) return;
    const version = object.ref.apiVersion.slice(object.ref.apiVersion.indexOf('/') + 1);
    yield {
      field: 'apiVersion',
      message: `Traefik 3 does not read ${nameOf(object)} of the group 'traefik.containo.us'`,
      edits: [{ set: 'apiVersion', value: `traefik.io/${version}` }],
      // Without Traefik in the set it may be one of version 2.
      severity: installed === undefined ? 'warning' : 'error',
    };
  },
});
