import type { Rule } from '../rule';
import { allowListAddress } from './allow-list-address';
import { annotationForeign } from './annotation-foreign';
import { annotationInjection } from './annotation-injection';
import { annotationNeeds } from './annotation-needs';
import { annotationObject } from './annotation-object';
import { annotationUnknown } from './annotation-unknown';
import { annotationValue } from './annotation-value';
import { annotationWorkload } from './annotation-workload';
import { authGap } from './auth-gap';
import { authSecret } from './auth-secret';
import { canaryMain } from './canary-main';
import { classController } from './class-controller';
import { classMissing } from './class-missing';
import { classParameters } from './class-parameters';
import { classUnknown } from './class-unknown';
import { classUnserved } from './class-unserved';
import { defaultBackend } from './default-backend';
import { defaultClasses } from './default-classes';
import { emptyHost } from './empty-host';
import { middlewareReference } from './middleware-reference';
import { nginxRift } from './nginx-rift';
import { noTls } from './no-tls';
import { pathConfusion } from './path-confusion';
import { pathInjection } from './path-injection';
import { pathPattern } from './path-pattern';
import { plainHttp } from './plain-http';
import { regexHost } from './regex-host';
import { resourceBackend } from './resource-backend';
import { ingressRewrite } from './rewrite';
import { snippet } from './snippet';
import { wildcardHost } from './wildcard-host';

export const ingressRules: readonly Rule[] = [
  allowListAddress,
  annotationForeign,
  annotationInjection,
  annotationNeeds,
  annotationObject,
  annotationUnknown,
  annotationValue,
  annotationWorkload,
  authGap,
  authSecret,
  canaryMain,
  classController,
  classMissing,
  classParameters,
  classUnknown,
  classUnserved,
  defaultBackend,
  defaultClasses,
  emptyHost,
  middlewareReference,
  nginxRift,
  noTls,
  pathConfusion,
  pathInjection,
  pathPattern,
  plainHttp,
  regexHost,
  resourceBackend,
  ingressRewrite,
  snippet,
  wildcardHost,
];
