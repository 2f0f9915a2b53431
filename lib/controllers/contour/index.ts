import { defineController } from '../controller';
import { advisories } from './advisories';
import { ContourDraft } from './draft';
import { contourOptions } from './options';
import { checkRoute } from './route-checks';

/** What classes for Contour say by custom; Contour itself looks at their names alone. */
export const controllerString = 'projectcontour.io/ingress-controller';

/** Contour with Envoy, https://projectcontour.io/docs/ */
export const contour = defineController(
  {
    id: 'contour',
    controllerString,
    defaultClassName: 'contour',
    annotationPrefixes: ['projectcontour.io/'],
    images: ['ghcr.io/projectcontour/contour'],
    semantics: {
      prefix: 'elements',
      plainHttp: 'the application, without a redirect',
      sameHost: 'Ingresses and one HTTPProxy are joined; of two HTTPProxies neither holds',
      responseTimeoutSeconds: 15,
      rateLimitStatus: 429,
    },
    advisories,
  },
  {
    title: 'Contour',
    options: contourOptions,
    tcp: {
      unsupported: 'it leads TCP by the name that TLS asks for alone; use tlsPassthrough, or a Service of its own',
    },
    udp: { unsupported: 'it has no kind for it; use a Service of its own' },
    begin(route) {
      const draft = new ContourDraft(route);
      checkRoute(route, draft);
      return draft;
    },
    finish: (draft) => draft.objects(),
  },
);
