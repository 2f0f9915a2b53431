import type { Advisory } from '../controller';

const bulletin = (number: string): string => `https://istio.io/latest/news/security/istio-security-${number}/`;

/** Bulletins with what lets requests past the gateway's policies, or clients at the mesh's secrets. */
export const advisories: readonly Advisory[] = [
  {
    id: 'CVE-2026-26308',
    gains: 'a request with a header twice passes a policy that looks at the header',
    fixedIn: ['1.27.8', '1.28.5', '1.29.1'],
    source: bulletin('2026-001'),
  },
  {
    id: 'CVE-2026-31837',
    gains: 'a token signed with a key that everybody knows is believed while the real keys cannot be fetched',
    fixedIn: ['1.27.8', '1.28.5', '1.29.1'],
    source: bulletin('2026-001'),
  },
  {
    id: 'CVE-2026-39350',
    gains: 'a service account passes a policy that names another with dots',
    fixedIn: ['1.28.6', '1.29.2'],
    source: bulletin('2026-003'),
  },
  {
    id: 'CVE-2026-73552',
    gains: 'a request with a header that is not UTF-8 passes a policy that excludes headers',
    fixedIn: ['1.29.7', '1.30.4'],
    source: bulletin('2026-006'),
  },
];
