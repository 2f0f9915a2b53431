import type { Advisory } from '../controller';

/** What an application's own objects, or anybody's requests, could do; each with the first releases that it cannot be done in. */
export const advisories: readonly Advisory[] = [
  {
    id: 'CVE-2022-30535',
    gains: 'whoever may write an Ingress reads the Secrets of the controller',
    fixedIn: ['2.3.0'],
    source: 'https://github.com/nginx/kubernetes-ingress/pull/2911',
  },
  {
    id: 'CVE-2026-42945',
    gains: 'a request overwrites memory of NGINX, where a rewrite has a question mark beside a group',
    fixedIn: ['5.4.3'],
    source: 'https://github.com/nginx/kubernetes-ingress/issues/9864',
  },
  {
    id: 'CVE-2026-42533',
    gains: 'a request overwrites memory of NGINX',
    fixedIn: ['5.5.3'],
    source: 'https://github.com/forkline/ingress-nginx/issues/238',
  },
];
