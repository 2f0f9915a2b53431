import type { Advisory } from '../controller';

export const advisories: readonly Advisory[] = [
  {
    id: 'GHSA-rjfv-pjvx-mjgv',
    gains: 'a load balancer loses the web ACL that somebody else put before it, where its Ingress names none',
    fixedIn: ['2.8.2'],
    source: 'https://github.com/kubernetes-sigs/aws-load-balancer-controller/security/advisories/GHSA-rjfv-pjvx-mjgv',
  },
];
