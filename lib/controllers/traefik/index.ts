import { defineController } from '../controller';
import { advisories } from './advisories';
import { TraefikDraft } from './draft';
import { traefikOptions } from './options';
import { tcp, udp } from './ports';
import { checkRoute } from './route-checks';

/** Traefik 3, https://doc.traefik.io/traefik/ */
export const traefik = defineController(
  {
    id: 'traefik',
    controllerString: 'traefik.io/ingress-controller',
    defaultClassName: 'traefik',
    annotationPrefixes: ['traefik.ingress.kubernetes.io/'],
    images: ['docker.io/library/traefik'],
    semantics: {
      prefix: 'letters',
      plainHttp: 'the application, without a redirect',
      sameHost:
        'all rules hold; the longest rule is tried first, a wildcard host with a long path before the host itself with a short one',
      responseTimeoutSeconds: undefined,
      rateLimitStatus: 429,
    },
    advisories,
  },
  {
    title: 'Traefik',
    options: traefikOptions,
    tcp,
    udp,
    begin(route) {
      const draft = new TraefikDraft(route);
      checkRoute(route, draft);
      return draft;
    },
    finish: (draft) => draft.objects(),
  },
);
