import type { Rule } from '../rule';
import { metalLbAddress } from './address';
import { metalLbAdvertisement } from './advertisement';

export const metallbRules: readonly Rule[] = [metalLbAddress, metalLbAdvertisement];
