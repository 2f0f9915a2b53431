import type { Advisory } from '../controller';

/** What an application's own objects, or a client, could do; each with the first releases in which it cannot be done. */
export const advisories: readonly Advisory[] = [
  {
    id: 'CVE-2021-32783',
    gains: 'a Service of type ExternalName reaches the administration of Envoy, which can be stopped and read',
    fixedIn: ['1.14.2', '1.15.2', '1.16.1', '1.17.1'],
    source: 'https://github.com/projectcontour/contour/security/advisories/GHSA-5ph6-qq5x-7jwc',
  },
  {
    id: 'CVE-2023-44487',
    gains: 'a client keeps Envoy busy by streams of HTTP/2 that it opens and resets',
    fixedIn: ['1.24.6', '1.25.3', '1.26.1'],
    source: 'https://github.com/projectcontour/contour/releases/tag/v1.26.1',
  },
  {
    id: 'CVE-2026-41246',
    gains: 'a cookie rewrite of an HTTPProxy runs Lua in Envoy, with what Envoy may read',
    fixedIn: ['1.31.6', '1.32.5', '1.33.4'],
    source: 'https://github.com/projectcontour/contour/releases/tag/v1.33.4',
  },
];
