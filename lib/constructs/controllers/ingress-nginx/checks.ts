import type { IConstruct } from 'constructs';
import { ingressNginx } from '../../../controllers/ingress-nginx';
import { ConstructError } from '../../construct-error';
import { checkProps } from '../parts/checks';
import type { Identity } from '../parts/identity';
import { checkImage } from '../parts/image';
import type { IngressNginxProps } from './props';

/** The last release, and the first without the vulnerabilities that any release mends. */
const oldest = [1, 15, 1] as const;

/** @throws ConstructError where a prop makes no sense by itself. */
export function checkIngressNginxProps(scope: IConstruct, identity: Identity, props: IngressNginxProps): void {
  checkAcknowledged(scope, props);
  checkProps(scope, identity, props);
  checkImage(scope, props.image, oldest);
  const watched: readonly string[] = props.watchNamespaces ?? [];
  if (watched.length > 1)
    throw new ConstructError(
      scope,
      `watchNamespaces names ${watched.join(', ')}, and ingress-nginx watches one namespace or all: by a selector it still reads the Secrets of all. Make one installation for each, with a name of its own.`,
    );
}

/** Programs in JavaScript, and values from files, are not seen by the compiler. */
function checkAcknowledged(scope: IConstruct, { acknowledgeRetired }: { readonly acknowledgeRetired: unknown }): void {
  if (acknowledgeRetired === true) return;
  const open = ingressNginx.advisories.filter(({ fixedIn }) => fixedIn.length === 0).map(({ id }) => id);
  throw new ConstructError(
    scope,
    `ingress-nginx was retired in March 2026: no release mends ${open.join(', ')}, nor what will be found. ` +
      'Take IngressController.traefik, contour or haproxy, to which the options of routes are the same. ' +
      `Where it has to stay for a while, set acknowledgeRetired: true (it is ${String(acknowledgeRetired)}).`,
  );
}
