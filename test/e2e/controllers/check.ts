import type { IngressOptionName } from '../../../lib/controllers/ingress-options';
import type { Client } from './client';
import type { Stage } from './stage';

/** What is claimed of a controller: an option of its dialect, or what is expected of all of them. */
export type Claim = IngressOptionName | 'tcp' | 'udp' | 'hosts' | 'paths' | 'defaultBackend' | 'tls';

/** One thing that a controller is claimed to do, described by our own constructs and asked by request. */
export interface Check {
  readonly claim: Claim;
  /** Members of the option without which the check says nothing; a dialect may lack them. @default - none */
  readonly members?: readonly string[];
  /** What is seen, in a few words. */
  readonly what: string;
  /** Describes the applications and their ways in. @throws ConstructError where the controller cannot do it */
  readonly expose: (stage: Stage) => void;
  /** @throws Error that says what is wrong; asked again for some time, since controllers take a while to hear of objects */
  readonly ask: (client: Client, stage: Stage) => Promise<void>;
}

/** @throws Error with the problem where the condition does not hold */
export function expect(condition: boolean, problem: string): void {
  if (!condition) throw new Error(problem);
}

export function same(seen: unknown, expected: unknown, what: string): void {
  expect(seen === expected, `${what} is ${JSON.stringify(seen)}, not ${JSON.stringify(expected)}`);
}

/** How many have that status. */
export function count(replies: readonly { readonly status: number }[], status: number): number {
  return replies.filter((reply) => reply.status === status).length;
}

/** The names of the pods that answered. */
export function pods(replies: readonly { readonly said: { readonly pod: string } | undefined }[]): readonly string[] {
  return [...new Set(replies.flatMap(({ said }) => said?.pod ?? []))];
}
