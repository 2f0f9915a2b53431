import { checkServicesOnly } from '../checks/route-checks';
import type { Controller } from '../controller';
import { defineController } from '../controller';
import type { PortDialect } from '../dialect';
import { advisories } from './advisories';
import { IstioDraft } from './draft';
import { tcpObjects } from './gateway';
import { istioOptions } from './options';
import type { IstioSettings } from './settings';

/** The gateway of an Istio mesh, https://istio.io/latest/docs/ */
export function istioWith(settings: IstioSettings): Controller {
  return defineController(
    {
      id: 'istio',
      // IstioIngressController of pilot/pkg/config/kube/ingress
      controllerString: 'istio.io/ingress-controller',
      defaultClassName: 'istio',
      annotationPrefixes: [],
      images: ['docker.io/istio/pilot', 'docker.io/istio/proxyv2'],
      semantics: {
        prefix: 'elements',
        plainHttp: 'the application, without a redirect',
        sameHost:
          'the rules of Ingresses are joined, the longest path first; those of VirtualServices stand one after the other, the older ones first',
        responseTimeoutSeconds: undefined,
        rateLimitStatus: undefined,
      },
      advisories,
    },
    {
      title: 'Istio',
      options: istioOptions,
      tcp: tcp(settings),
      udp: { unsupported: 'its gateway has no ports for UDP; use a Service of its own' },
      begin(route) {
        const draft = new IstioDraft(route, settings);
        checkServicesOnly(route, draft, 'Istio');
        return draft;
      },
      finish: (draft) => draft.objects(),
    },
  );
}

/** With the ingress gateway that the mesh calls its own. */
export const istio = istioWith({});

function tcp(settings: IstioSettings): PortDialect {
  return {
    how: 'Gateway: servers[].port of protocol TCP, VirtualService: tcp[]',
    write: (route) => ({
      objects: tcpObjects(route, settings),
      needs: [
        {
          id: `listen-tcp-${route.listenPort}`,
          setting: `port ${route.listenPort} of the Service before the gateway's pods`,
        },
      ],
      problems: [],
    }),
  };
}
