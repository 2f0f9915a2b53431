import type { OptionTable } from '../../dialect';
import type { TraefikDraft } from '../draft';
import { accessOptions } from './access';
import { answerOptions } from './answers';
import { backendOptions } from './backend';
import { limitOptions } from './limits';
import { pathOptions } from './paths';
import { sessionOptions } from './session';
import { tlsOptions } from './tls';

/** https://doc.traefik.io/traefik/reference/routing-configuration/http/middlewares/overview/ and .../kubernetes/ingress/ */
export const traefikOptions: OptionTable<TraefikDraft> = {
  ...sessionOptions,
  ...pathOptions,
  ...tlsOptions,
  ...limitOptions,
  ...backendOptions,
  ...accessOptions,
  ...answerOptions,
};
