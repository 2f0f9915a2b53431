import type { Advisory } from '../controller';

/** Of HAProxy itself, by the first release of the controller that has the fix. */
export const advisories: readonly Advisory[] = [
  {
    id: 'CVE-2021-40346',
    gains: 'a client smuggles requests past deny lists and authentication',
    fixedIn: ['1.6.7'],
    source: 'https://github.com/haproxytech/kubernetes-ingress/issues/370',
  },
];
