import type { Rule } from '../rule';
import { backendPlain } from './backend-plain';
import { backendProtocol } from './backend-protocol';
import { certificateHost } from './certificate-host';
import { tlsEntriesRule } from './entries';
import { tlsHosts } from './hosts';
import { tlsIssuer } from './issuer';
import { tlsPassthrough } from './passthrough';
import { redirectLoop } from './redirect-loop';
import { routeCertificate } from './route-certificate';
import { tlsSecretContent } from './secret-content';
import { tlsSecretMissing } from './secret-missing';

export const tlsRules: readonly Rule[] = [
  backendPlain,
  backendProtocol,
  certificateHost,
  tlsEntriesRule,
  tlsHosts,
  tlsIssuer,
  tlsPassthrough,
  redirectLoop,
  routeCertificate,
  tlsSecretContent,
  tlsSecretMissing,
];
