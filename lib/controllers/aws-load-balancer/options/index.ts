import type { OptionTable } from '../../dialect';
import type { AlbDraft } from '../draft';
import type { AwsLoadBalancerSettings } from '../settings';
import { connectionOptions, sessionOptions } from './connections';
import { requestOptions } from './requests';

export function albOptions(settings: AwsLoadBalancerSettings): OptionTable<AlbDraft> {
  return { ...sessionOptions(settings), ...connectionOptions, ...requestOptions };
}
