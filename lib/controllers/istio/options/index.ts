import type { OptionTable } from '../../dialect';
import type { IstioDraft } from '../draft';
import { backendOptions } from './backend';
import { requestOptions } from './requests';

export const istioOptions: OptionTable<IstioDraft> = { ...backendOptions, ...requestOptions };
