import { defineController } from '../controller';
import { advisories } from './advisories';
import { HaproxyDraft } from './draft';
import { haproxyOptions } from './options';
import { tcp, udp } from './ports';
import { checkRoute } from './route-checks';

/** The ingress controller of HAProxy Technologies, https://github.com/haproxytech/kubernetes-ingress */
export const haproxy = defineController(
  {
    id: 'haproxy',
    // An instance adds "/" and the class that it is told by --ingress.class.
    controllerString: 'haproxy.org/ingress-controller',
    defaultClassName: 'haproxy',
    annotationPrefixes: ['haproxy.org/'],
    images: ['docker.io/haproxytech/kubernetes-ingress'],
    semantics: {
      prefix: 'elements',
      plainHttp: 'a redirect to HTTPS (302)',
      sameHost:
        'all rules hold; the longest path is tried first, but a Service with route-acl before all. The last default backend is that of all',
      responseTimeoutSeconds: 50,
      rateLimitStatus: 403,
    },
    advisories,
  },
  {
    title: 'HAProxy',
    options: haproxyOptions,
    tcp,
    udp,
    begin(route) {
      const draft = new HaproxyDraft(route);
      checkRoute(route, draft);
      return draft;
    },
    finish: (draft) => draft.objects(),
  },
);
