import type { OptionTable } from '../../dialect';
import type { NginxDraft } from '../draft';
import { accessOptions } from './access';
import { answerOptions } from './answers';
import { backendOptions } from './backend';
import { limitOptions } from './limits';
import { pathOptions } from './paths';
import { sessionOptions } from './session';
import { tlsOptions } from './tls';

/** https://docs.nginx.com/nginx-ingress-controller/configuration/ingress-resources/advanced-configuration-with-annotations/ */
export const nginxOptions: OptionTable<NginxDraft> = {
  ...sessionOptions,
  ...pathOptions,
  ...tlsOptions,
  ...limitOptions,
  ...backendOptions,
  ...accessOptions,
  ...answerOptions,
};
