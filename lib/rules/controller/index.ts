import type { Rule } from '../rule';
import { controllerAdvisory } from './advisory';
import { controllerClassClash } from './class-clash';
import { controllerDashboard } from './dashboard';
import { flagReference } from './flag-reference';
import { controllerIncomplete } from './incomplete';
import { controllerNoAddress } from './no-address';
import { portMap } from './port-map';
import { proxyProtocol } from './proxy-protocol';
import { controllerRetired } from './retired';
import { riskySettings } from './risky-settings';
import { controllerSingleReplica } from './single-replica';

export const controllerRules: readonly Rule[] = [
  controllerAdvisory,
  controllerClassClash,
  controllerDashboard,
  flagReference,
  controllerIncomplete,
  controllerNoAddress,
  portMap,
  proxyProtocol,
  controllerRetired,
  riskySettings,
  controllerSingleReplica,
];
