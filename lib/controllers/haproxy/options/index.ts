import type { OptionTable } from '../../dialect';
import type { HaproxyDraft } from '../draft';
import { accessOptions } from './access';
import { answerOptions } from './answers';
import { backendOptions } from './backend';
import { limitOptions } from './limits';
import { pathOptions } from './paths';
import { sessionOptions } from './session';
import { tlsOptions } from './tls';

export const haproxyOptions: OptionTable<HaproxyDraft> = {
  ...sessionOptions,
  ...pathOptions,
  ...tlsOptions,
  ...limitOptions,
  ...backendOptions,
  ...accessOptions,
  ...answerOptions,
};
