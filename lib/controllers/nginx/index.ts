import { checkPassthrough } from '../checks/route-checks';
import { defineController } from '../controller';
import { advisories } from './advisories';
import { NginxDraft } from './draft';
import { nginxOptions } from './options';
import { tcp, udp } from './ports';
import { checkRoute } from './route-checks';

/** The F5 NGINX Ingress Controller, https://docs.nginx.com/nginx-ingress-controller/ */
export const nginx = defineController(
  {
    id: 'nginx',
    controllerString: 'nginx.org/ingress-controller',
    defaultClassName: 'nginx',
    annotationPrefixes: ['nginx.org/', 'nginx.com/'],
    images: ['docker.io/nginx/nginx-ingress'],
    semantics: {
      prefix: 'letters',
      plainHttp: 'a redirect to HTTPS (301)',
      sameHost:
        'the oldest Ingress takes the host, and the others are rejected, but for those with nginx.org/mergeable-ingress-type',
      responseTimeoutSeconds: 60,
      rateLimitStatus: 429,
    },
    advisories,
  },
  {
    title: 'F5 NGINX Ingress Controller',
    options: nginxOptions,
    tcp,
    udp,
    begin(route) {
      const draft = new NginxDraft(route);
      checkRoute(route, draft);
      if (route.options.tlsPassthrough === true) checkPassthrough(route, draft);
      return draft;
    },
    finish: (draft) => draft.objects(),
  },
);
