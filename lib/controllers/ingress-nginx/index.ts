import { defineController } from '../controller';
import { advisories } from './advisories';
import { IngressNginxDraft } from './draft';
import { ingressNginxOptions } from './options';
import { tcp, udp } from './ports';
import { checkRoute } from './route-checks';

/** ingress-nginx of the Kubernetes project, which was retired in March 2026, https://github.com/kubernetes/ingress-nginx */
export const ingressNginx = defineController(
  {
    id: 'ingress-nginx',
    // An instance of another class adds "/" and its name.
    controllerString: 'k8s.io/ingress-nginx',
    defaultClassName: 'nginx',
    annotationPrefixes: ['nginx.ingress.kubernetes.io/'],
    // The second was its name until 0.33.0, and is that of rebuilt ones; mirrors that join the parts of a name make the third.
    images: ['registry.k8s.io/ingress-nginx/controller', 'nginx-ingress-controller', 'ingress-nginx-controller'],
    semantics: {
      prefix: 'elements',
      plainHttp: 'a redirect to HTTPS (308)',
      sameHost:
        'all rules hold, the oldest of two alike; where one rewrites paths or has a regular expression, all paths of the host are expressions without regard to case',
      responseTimeoutSeconds: 60,
      rateLimitStatus: 503,
    },
    advisories,
  },
  {
    title: 'ingress-nginx',
    options: ingressNginxOptions,
    tcp,
    udp,
    begin(route) {
      const draft = new IngressNginxDraft(route);
      checkRoute(route, draft);
      return draft;
    },
    finish: (draft) => draft.objects(),
  },
);
