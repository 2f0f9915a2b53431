import type { OptionTable } from '../../dialect';
import type { IngressNginxDraft } from '../draft';
import { accessOptions } from './access';
import { answerOptions } from './answers';
import { backendOptions } from './backend';
import { limitOptions } from './limits';
import { pathOptions } from './paths';
import { sessionOptions } from './session';
import { tlsOptions } from './tls';

/** Each option by an annotation of the Ingress that ingress-nginx checks itself; never by a snippet. */
export const ingressNginxOptions: OptionTable<IngressNginxDraft> = {
  ...sessionOptions,
  ...pathOptions,
  ...tlsOptions,
  ...limitOptions,
  ...backendOptions,
  ...accessOptions,
  ...answerOptions,
};
