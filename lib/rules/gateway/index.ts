import type { Rule } from '../rule';
import { gatewayApiVersion } from './api-version';
import { gatewayAttachment } from './attachment';
import { gatewayListener } from './listener';
import { gatewayParent } from './parent';
import { gatewayReferenceGrant } from './reference-grant';

export const gatewayRules: readonly Rule[] = [
  gatewayApiVersion,
  gatewayAttachment,
  gatewayListener,
  gatewayParent,
  gatewayReferenceGrant,
];
