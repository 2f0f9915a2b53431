import type { OptionTable } from '../../dialect';
import type { ContourDraft } from '../draft';
import { accessOptions } from './access';
import { answerOptions } from './answers';
import { backendOptions } from './backend';
import { pathOptions } from './paths';
import { sessionOptions } from './session';
import { tlsOptions } from './tls';

/** https://projectcontour.io/docs/1.33/config/fundamentals/ and .../config/annotations/ */
export const contourOptions: OptionTable<ContourDraft> = {
  ...sessionOptions,
  ...pathOptions,
  ...tlsOptions,
  ...backendOptions,
  ...accessOptions,
  ...answerOptions,
};
