import type { Rule } from './rule';
import { serviceSelector } from './service/selector';
import { targetPort } from './service/target-port';
import { selectorTooWide } from './service/selector-too-wide';
import { externalName } from './service/external-name';
import { nodePortTaken } from './service/node-port-taken';
import { sameObject } from './set/same-object';
import { hostPortTaken } from './host/port-taken';
import { nodeServicePort } from './host/node-service-port';
import { hostPortRollout } from './host/host-port-rollout';
import { hostPortReplicas } from './host/host-port-replicas';
import { backendKind } from './route/backend-kind';
import { backendPort } from './route/backend-port';
import { backendService } from './route/backend-service';
import { probePort } from './workload/probe-port';
import { probeHost } from './workload/probe-host';
import { probeScheme } from './workload/probe-scheme';
import { hostDnsPolicy } from './host/dns-policy';
import { routeCollision } from './route/collision';
import { exampleHost } from './route/example-host';
import { hostForm } from './route/host-form';
import { hostTaken } from './route/host-taken';
import { routeShadowed } from './route/shadowed';

/** Every rule over a set of manifests. */
export const rules: readonly Rule[] = [
  routeShadowed,
  hostTaken,
  hostForm,
  exampleHost,
  routeCollision,
  backendService,
  backendPort,
  backendKind,
  serviceSelector,
  targetPort,
  selectorTooWide,
  externalName,
  nodePortTaken,
  sameObject,
  hostPortTaken,
  nodeServicePort,
  hostPortRollout,
  hostPortReplicas,
  probePort,
  probeHost,
  probeScheme,
  hostDnsPolicy,
];
