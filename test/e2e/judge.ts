import type { Pod } from './objects';
import type { Answer } from './send/answer';
import { isChosen } from './ways/live';
import type { Expected } from './ways/way';

/** What is wrong with answers to one request that was sent once or several times; undefined where they are right. */
export function problemOf(answers: readonly Answer[], expected: Expected, pods: readonly Pod[]): string | undefined {
  const { by, clientKept = false, onePod = false } = expected;
  if (by === 'nobody') return `answered by ${answers[0]?.pod ?? ''}, where no pod is on the node`;
  for (const { pod, client, own } of answers) {
    const known = pods.find(({ metadata }) => metadata.name === pod && metadata.namespace === by.namespace);
    if (known === undefined || !isChosen(known, by)) return `answered by ${pod}, not by a pod of the application`;
    if (clientKept && own !== undefined && client !== own) return `the pod sees ${client}, not the client ${own}`;
  }
  const different = new Set(answers.map(({ pod }) => pod));
  if (onePod && different.size > 1) return `${different.size} pods answered ${answers.length} requests of one client`;
  return undefined;
}
