import type { Rule } from '../rule';
import { barePod } from './bare-pod';
import { configMissing } from './config-missing';
import { imageName } from './image-name';
import { imagePort } from './image-port';
import { imageTag } from './image-tag';
import { listens } from './listens';
import { noPods } from './no-pods';
import { podSecurityLevel } from './pod-security';
import { portTwice } from './port-twice';
import { probeHost } from './probe-host';
import { probePort } from './probe-port';
import { probeScheme } from './probe-scheme';
import { readinessProbe } from './readiness-probe';
import { runsAsRoot } from './runs-as-root';
import { selectorOverlap } from './selector-overlap';
import { selectorVersion } from './selector-version';
import { podServiceAccount } from './service-account';
import { serviceAddress } from './service-address';
import { singleReplica } from './single-replica';
import { statefulSetService } from './stateful-set-service';
import { workloadPaused } from './paused';

export const workloadRules: readonly Rule[] = [
  barePod,
  configMissing,
  imageName,
  imagePort,
  imageTag,
  listens,
  noPods,
  podSecurityLevel,
  portTwice,
  probeHost,
  probePort,
  probeScheme,
  readinessProbe,
  runsAsRoot,
  selectorOverlap,
  selectorVersion,
  podServiceAccount,
  serviceAddress,
  singleReplica,
  statefulSetService,
  workloadPaused,
];
