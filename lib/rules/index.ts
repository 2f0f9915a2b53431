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

/** Every rule over a set of manifests. */
export const rules: readonly Rule[] = [
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
];
