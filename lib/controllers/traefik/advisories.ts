import type { Advisory } from '../controller';

const at = (id: string): string => `https://github.com/traefik/traefik/security/advisories/${id}`;

/** What an application's own objects could do to others; each with the first releases that it cannot be done in. */
export const advisories: readonly Advisory[] = [
  {
    id: 'CVE-2026-44774',
    gains: 'a route of one namespace reaches the internal services of the controller',
    fixedIn: ['3.7.1'],
    source: at('GHSA-96qj-4jj5-wcjc'),
  },
  {
    id: 'CVE-2026-54761',
    gains: 'a route of a namespace that may not refers to objects of other providers',
    fixedIn: ['3.6.21', '3.7.5'],
    source: at('GHSA-3g6v-2r68-prfc'),
  },
  {
    id: 'CVE-2026-65602',
    gains: 'an IngressRouteTCP of a namespace that may not takes the transport of another provider',
    fixedIn: ['3.6.23', '3.7.7'],
    source: at('GHSA-42cj-m3vj-89wv'),
  },
  {
    id: 'CVE-2026-71325',
    gains: 'a route of one namespace leads to the TraefikService of another',
    fixedIn: ['2.11.54', '3.6.25', '3.7.10'],
    source: at('GHSA-62fc-8686-hfmq'),
  },
];
