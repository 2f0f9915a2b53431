import type { Waiver } from '../findings/waiver';

/** What an exposure may carry: findings about its objects that may pass until a day. */
export interface Waived {
  /** @default - nothing is waived */
  readonly waivers?: readonly Waiver[];
}

/** An exposure of which findings can be waived. */
export type Waivable<Exposed> = Exposed &
  Waived & {
    /**
     * The same way in, with a finding of the check let pass until a day: `Exposure.hostPort().waive({ rule: 'exposure/host-port', ... })`.
     * The waiver stands as an annotation on the object that the finding is about.
     */
    waive(waiver: Waiver): Waivable<Exposed>;
  };

/** Gives an exposure its `waive`, which is no part of what it says. */
export function waivable<Exposed extends object>(exposure: Exposed & Waived): Waivable<Exposed> {
  const waive = (waiver: Waiver): Waivable<Exposed> =>
    waivable({ ...exposure, waivers: [...(exposure.waivers ?? []), waiver] });
  return Object.defineProperty({ ...exposure }, 'waive', { value: waive, enumerable: false }) as Waivable<Exposed>;
}
