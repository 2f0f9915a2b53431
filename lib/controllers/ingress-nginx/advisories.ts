import type { Advisory } from '../controller';

const issue = (number: number): string => `https://github.com/kubernetes/kubernetes/issues/${number}`;

/**
 * What is known to be wrong with it. The last release is 1.15.1, of March 2026: what was found later is fixed in no release, and what will be
 * found will be in none either.
 */
export const advisories: readonly Advisory[] = [
  {
    id: 'CVE-2025-1974',
    gains: 'whoever reaches its admission webhook runs code in it, and reads all Secrets that it may read',
    fixedIn: ['1.11.5', '1.12.1'],
    source: issue(131009),
  },
  {
    id: 'CVE-2025-1097',
    gains: 'configuration of nginx by the annotation auth-tls-match-cn',
    fixedIn: ['1.11.5', '1.12.1'],
    source: issue(131007),
  },
  {
    id: 'CVE-2025-1098',
    gains: 'configuration of nginx by the annotations of mirrors',
    fixedIn: ['1.11.5', '1.12.1'],
    source: issue(131008),
  },
  {
    id: 'CVE-2025-24513',
    gains: 'files by the name of a Secret with users',
    fixedIn: ['1.11.5', '1.12.1'],
    source: issue(131005),
  },
  {
    id: 'CVE-2025-24514',
    gains: 'configuration of nginx by the annotation auth-url',
    fixedIn: ['1.11.5', '1.12.1'],
    source: issue(131006),
  },
  {
    id: 'CVE-2025-15566',
    gains: 'configuration of nginx by the annotation auth-proxy-set-headers',
    fixedIn: ['1.12.5', '1.13.1'],
    source: issue(136789),
  },
  {
    id: 'CVE-2026-1580',
    gains: 'configuration of nginx by the annotation auth-method',
    fixedIn: ['1.13.7', '1.14.3'],
    source: issue(136677),
  },
  {
    id: 'CVE-2026-24512',
    gains: 'configuration of nginx by the path of a rule',
    fixedIn: ['1.13.7', '1.14.3'],
    source: issue(136678),
  },
  {
    id: 'CVE-2026-24513',
    gains: 'a way around auth-url, where errors have pages of their own',
    fixedIn: ['1.13.7', '1.14.3'],
    source: issue(136679),
  },
  {
    id: 'CVE-2026-24514',
    gains: 'the end of its admission webhook, by large requests',
    fixedIn: ['1.13.7', '1.14.3'],
    source: issue(136680),
  },
  {
    id: 'CVE-2026-3288',
    gains: 'configuration of nginx by the annotation rewrite-target',
    fixedIn: ['1.13.8', '1.14.4', '1.15.0'],
    source: issue(137560),
  },
  {
    id: 'CVE-2026-4342',
    gains: 'configuration of nginx by several annotations together',
    fixedIn: ['1.13.9', '1.14.5', '1.15.1'],
    source: issue(137893),
  },
  {
    id: 'CVE-2026-42945',
    gains: 'memory of nginx by a request, where a rewrite has both a group such as $1 and a question mark',
    fixedIn: [],
    source: 'https://github.com/nginx/kubernetes-ingress/issues/9864',
  },
  {
    id: 'CVE-2026-42533',
    gains: 'memory of nginx by a request',
    fixedIn: [],
    source: 'https://github.com/forkline/ingress-nginx/pull/238',
  },
  {
    id: 'CVE-2026-15176',
    gains: 'memory of nginx by a request',
    fixedIn: [],
    source: 'https://github.com/baranchen/ingress-nginx/releases',
  },
  {
    id: 'CVE-2026-93479',
    gains: 'memory of nginx by a request',
    fixedIn: [],
    source: 'https://github.com/baranchen/ingress-nginx/releases',
  },
];
