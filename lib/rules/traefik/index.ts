import type { Rule } from '../rule';
import { traefikApiGroup } from './api-group';
import { traefikEntryPoint } from './entry-point';
import { traefikGatewayPort } from './gateway-port';
import { traefikMatch } from './match';
import { traefikReference } from './reference';
import { traefikTcpHost } from './tcp-host';
import { traefikTls } from './tls';

export const traefikRules: readonly Rule[] = [
  traefikApiGroup,
  traefikEntryPoint,
  traefikGatewayPort,
  traefikMatch,
  traefikReference,
  traefikTcpHost,
  traefikTls,
];
