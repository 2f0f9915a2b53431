import { defineController } from '../controller';
import { TraefikDraft } from './draft';
import { traefikOptions } from './options';
import { tcp, udp } from './ports';

/** Traefik 3, https://doc.traefik.io/traefik/ */
export const traefik = defineController(
  {
    id: 'traefik',
    controllerString: 'traefik.io/ingress-controller',
    defaultClassName: 'traefik',
    annotationPrefixes: ['traefik.ingress.kubernetes.io/'],
    semantics: {
      prefix: 'letters',
      plainHttp: 'the application, without a redirect',
      sameHost: 'all rules hold; the longest rule is tried first',
      responseTimeoutSeconds: undefined,
      rateLimitStatus: 429,
    },
    advisories: [
      {
        id: 'CVE-2026-44774',
        gains: 'a route of one namespace reaches the objects of another provider or namespace',
        fixedIn: ['3.7.1'],
        source: 'https://github.com/traefik/traefik/security/advisories',
      },
    ],
  },
  {
    title: 'Traefik',
    options: traefikOptions,
    tcp,
    udp,
    begin: () => new TraefikDraft(),
    finish: (draft, route) => draft.objects(route),
  },
);
