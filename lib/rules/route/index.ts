import type { Rule } from '../rule';
import { backendKind } from './backend-kind';
import { backendPort } from './backend-port';
import { backendService } from './backend-service';
import { routeCollision } from './collision';
import { exampleHost } from './example-host';
import { hostConflict } from './host-conflict';
import { hostForm } from './host-form';
import { hostShared } from './host-shared';
import { hostTaken } from './host-taken';
import { pathForm } from './path-form';
import { routeShadowed } from './shadowed';
import { upstreamProtocol } from './upstream-protocol';
import { wildcardOrder } from './wildcard-order';
import { routeExactRoot } from './exact-root';

export const routeRules: readonly Rule[] = [
  backendKind,
  backendPort,
  backendService,
  routeCollision,
  exampleHost,
  hostConflict,
  hostForm,
  hostShared,
  hostTaken,
  pathForm,
  routeShadowed,
  upstreamProtocol,
  wildcardOrder,
  routeExactRoot,
];
