import type { WayIn } from '../../graph/ways-in';
import type { SetObject } from '../../graph/set-object';
import { repositoryOf } from '../../kubernetes/images';
import { fieldsOf, itemsOf, textOf, valueAt } from '../../manifests/untyped';
import { adminInterfaceAt } from './admin-interfaces';
import { bad, good } from './admin-interface.examples';
import { isOpenToAll, onePerField, openedField, wayNames } from './outside';
import { defineRule } from '../rule';

export const adminInterface = defineRule({
  id: 'exposure/admin-interface',
  class: 'risky',
  rating: 'high',
  on: ['set'],
  summary: 'Dashboards, statistics and admin interfaces are not reached from outside.',
  why: 'They show or change what runs: Envoy may be stopped and its secrets read, Traefik lists every route and header, metrics tell who uses what; most ask nobody for a password.',
  fix: 'Take the port out of the Service or route, and reach it by kubectl port-forward; for a dashboard that people need, put an Ingress with TLS and authentication before it.',
  symptoms: ['dashboard is public', '/metrics is public', 'config_dump of Envoy is public'],
  references: ['https://hub.armosec.io/docs/c-0021', 'https://doc.traefik.io/traefik/operations/api/#security'],
  good,
  bad,
  *check({ waysIn }) {
    for (const way of onePerField(waysIn.all.filter((one) => isOpenToAll(one) && adminOf(one) !== undefined))) {
      yield {
        object: way.object,
        field: openedField(way),
        message: `${adminOf(way) ?? ''} is reached by ${wayNames[way.way]} from outside of the cluster`,
      };
    }
  },
});

function adminOf(way: WayIn): string | undefined {
  // The network of the node opens what is declared and what is not: it is told of as a whole.
  if (way.way === 'hostNetwork') return undefined;
  return way.reaches.map((reached) => adminInterfaceAt(reached) ?? plainArgoCd(way, reached)).find(Boolean);
}

/** Argo CD asks for a password, which plain HTTP carries in the open. */
function plainArgoCd(
  { route, object, port }: WayIn,
  { declared, number }: WayIn['reaches'][number],
): string | undefined {
  const { container } = declared?.container ?? {};
  const isServer = repositoryOf(textOf(container?.image)).path.endsWith('argoproj/argocd') && number === 8080;
  if (!isServer || !serves(container) || (route === undefined ? port === 443 : hasTls(object))) return undefined;
  return 'Argo CD without TLS';
}

/** One image is all parts of Argo CD. */
function serves(container: unknown): boolean {
  return ['command', 'args'].some((list) =>
    itemsOf(valueAt(container, list)).some((word) => /argocd-server$/.test(textOf(word))),
  );
}

function hasTls({ body }: SetObject<object>): boolean {
  return itemsOf(valueAt(body, 'spec', 'tls')).length > 0 || fieldsOf(valueAt(body, 'spec', 'tls')).length > 0;
}
