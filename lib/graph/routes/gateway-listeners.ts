import { labelSelectorMatcher } from '../../kubernetes/label-selectors';
import { itemsOf, numberOf, textOf, valueAt } from '../../manifests/untyped';
import type { Graph } from '../graph';
import { labelSelectorAt } from '../label-selector-at';
import type { SetObject } from '../set-object';
import { itemsAt } from './custom-route';
import { gatewayGroup, type ParentRef } from './gateway';

/** A listener of a Gateway, or of a ListenerSet. */
export interface GatewayListener {
  readonly object: SetObject;
  readonly name: string;
  readonly port: number | undefined;
  readonly protocol: string;
  /** Empty for every host. */
  readonly hostname: string;
  readonly item: unknown;
  /** `spec.listeners[0]`. */
  readonly field: string;
}

/** The listeners of a Gateway or ListenerSet. */
export function listenersOf(object: SetObject): readonly GatewayListener[] {
  return itemsAt(valueAt(object.body, 'spec'), 'listeners', 'spec').map(({ item, field }) => ({
    ...{ object, item, field },
    name: textOf(valueAt(item, 'name')),
    port: numberOf(valueAt(item, 'port')),
    protocol: textOf(valueAt(item, 'protocol')),
    hostname: textOf(valueAt(item, 'hostname')).toLowerCase(),
  }));
}

/** The Gateway or ListenerSet that a route names; undefined where it is of another kind, or not in the set. */
export function parentOf(
  graph: Pick<Graph, 'find'>,
  { group, kind, namespace, name }: ParentRef,
): SetObject | undefined {
  if (group !== gatewayGroup || !['Gateway', 'ListenerSet'].includes(kind)) return undefined;
  return graph.find(`${gatewayGroup} ${kind}`, namespace, name);
}

/** The listeners that a route asks for by name and port. */
export function askedListeners(parent: SetObject, { sectionName, port }: ParentRef): readonly GatewayListener[] {
  return listenersOf(parent).filter(
    (one) => (sectionName === '' || one.name === sectionName) && (port === undefined || one.port === port),
  );
}

/** The kinds of route that a listener takes; undefined where its protocol is not one of the Gateway API. */
export function kindsOfListener({ item, protocol }: GatewayListener): readonly string[] | undefined {
  const named = itemsOf(valueAt(item, 'allowedRoutes', 'kinds')).map((kind) => textOf(valueAt(kind, 'kind')));
  if (named.length > 0) return named;
  return Object.hasOwn(kindsOfProtocol, protocol) ? kindsOfProtocol[protocol] : undefined;
}

const kindsOfProtocol: Readonly<Record<string, readonly string[]>> = {
  HTTP: ['HTTPRoute', 'GRPCRoute'],
  HTTPS: ['HTTPRoute', 'GRPCRoute'],
  // Where TLS ends at the listener, what it held is led on as TCP.
  TLS: ['TLSRoute', 'TCPRoute'],
  TCP: ['TCPRoute'],
  UDP: ['UDPRoute'],
};

/** What the API server labels every Namespace by. */
const nameLabel = 'kubernetes.io/metadata.name';

/** Whether a listener takes routes of a namespace; undefined where the set does not have the Namespace whose labels decide. */
export function takesNamespace(
  graph: Graph,
  { item, object }: GatewayListener,
  namespace: string,
): boolean | undefined {
  const namespaces = valueAt(item, 'allowedRoutes', 'namespaces');
  const from = textOf(valueAt(namespaces, 'from')) || 'Same';
  if (from === 'Same') return object.namespace === namespace;
  if (from === 'All') return true;
  const selector = labelSelectorAt(valueAt(namespaces, 'selector'));
  const labels = graph.find('Namespace', '', namespace)?.labels;
  if (labelSelectorMatcher(selector)?.matches({ ...labels, [nameLabel]: namespace }) === true) return true;
  const keys = [
    ...Object.keys(selector?.matchLabels ?? {}),
    ...(selector?.matchExpressions ?? []).map((one) => one?.key),
  ];
  return labels === undefined && keys.some((key) => key !== nameLabel) ? undefined : false;
}

/** Whether some host is met by both; a wildcard of the Gateway API stands for one label or more. */
export function hostsMeet(one: string, other: string): boolean {
  return one === '' || other === '' || covers(one, other) || covers(other, one);
}

function covers(wide: string, narrow: string): boolean {
  return wide === narrow || (wide.startsWith('*.') && narrow.endsWith(wide.slice(1)));
}
