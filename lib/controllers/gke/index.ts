import type { Controller } from '../controller';
import { defineController } from '../controller';
import type { Route } from '../dialect';
import { externalClass, GkeDraft, internalClass } from './draft';
import { gkeOptions, sessionOptions } from './options';
import { checkRoute } from './route-checks';
import type { GkeSettings } from './settings';

const ports = { unsupported: 'an Application Load Balancer speaks HTTP alone; use Exposure.loadBalancer' };

/** The Application Load Balancers of Google Kubernetes Engine, https://cloud.google.com/kubernetes-engine/docs/concepts/ingress */
export function gkeWith(settings: GkeSettings): Controller {
  const { networkEndpointGroups = true } = settings;
  return defineController(
    {
      id: 'gke',
      controllerString: undefined,
      defaultClassName: externalClass,
      classNames: [externalClass, internalClass],
      annotationPrefixes: [
        'networking.gke.io/',
        'cloud.google.com/',
        'ingress.gcp.kubernetes.io/',
        'kubernetes.io/ingress.',
      ],
      // It runs where the control plane is.
      images: [],
      semantics: {
        prefix: 'elements',
        plainHttp: 'the application, without a redirect',
        sameHost: 'each Ingress has a load balancer and an address of its own: the one answers that the name leads to',
        responseTimeoutSeconds: 30,
        rateLimitStatus: undefined,
      },
      advisories: [],
    },
    {
      title: 'GKE',
      options: { ...sessionOptions(networkEndpointGroups), ...gkeOptions },
      tcp: ports,
      udp: ports,
      begin: (route) => begin(route, settings),
      finish: (draft) => draft.objects(),
    },
  );
}

/** As a VPC-native cluster is set up. */
export const gke = gkeWith({});

function begin(route: Route, settings: GkeSettings): GkeDraft {
  const { networkEndpointGroups = true, securityPolicy } = settings;
  const draft = new GkeDraft(route);
  checkRoute(route, draft, settings);
  // NEGAnnotationKey of pkg/negannotation: without it a ClusterIP Service has nothing that a load balancer could send to.
  if (networkEndpointGroups) draft.annotateService('cloud.google.com/neg', JSON.stringify({ ingress: true }));
  if (securityPolicy !== undefined) draft.backendConfig['securityPolicy'] = { name: securityPolicy };
  return draft;
}
