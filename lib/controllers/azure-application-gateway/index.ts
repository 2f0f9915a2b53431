import type { Controller } from '../controller';
import { defineController } from '../controller';
import { ApplicationGatewayDraft, prefix } from './draft';
import { applicationGatewayOptions } from './options';
import { checkRoute } from './route-checks';
import type { ApplicationGatewaySettings } from './settings';

const ports = { unsupported: 'an Application Gateway speaks HTTP alone; use Exposure.loadBalancer' };

/** Azure's Application Gateway Ingress Controller, https://azure.github.io/application-gateway-kubernetes-ingress/ */
export function azureApplicationGatewayWith({ internal }: ApplicationGatewaySettings): Controller {
  return defineController(
    {
      id: 'azure-application-gateway',
      // DefaultIngressClassController and DefaultIngressClassResourceName of pkg/environment/environment.go
      controllerString: 'azure/application-gateway',
      defaultClassName: 'azure-application-gateway',
      annotationPrefixes: [prefix],
      images: ['mcr.microsoft.com/azure-application-gateway/kubernetes-ingress'],
      semantics: {
        prefix: 'letters',
        plainHttp: 'nothing: it is served by TLS alone',
        sameHost: 'all rules hold, in the order of the Ingresses; the first path that fits is taken',
        responseTimeoutSeconds: 30,
        rateLimitStatus: undefined,
      },
      advisories: [],
    },
    {
      title: 'the Application Gateway Ingress Controller',
      options: applicationGatewayOptions,
      tcp: ports,
      udp: ports,
      begin(route) {
        const draft = new ApplicationGatewayDraft(route);
        checkRoute(route, draft);
        if (internal !== undefined) draft.annotate(`${prefix}use-private-ip`, internal);
        return draft;
      },
      finish: (draft) => draft.objects(),
    },
  );
}

/** As its controller is set up. */
export const azureApplicationGateway = azureApplicationGatewayWith({});
