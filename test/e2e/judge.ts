import type { Pod } from './objects';
import type { Answer } from './send/answer';
import { isChosen } from './ways/live';
import { targetNumber } from './ways/protocol';
import type { Expected } from './ways/way';

/** What is wrong with answers to one request that was sent once or several times; undefined where they are right. */
export function problemOf(answers: readonly Answer[], expected: Expected, pods: readonly Pod[]): string | undefined {
  const { by, clientKept = false, onePod = false, port: to } = expected;
  if (by === 'nobody') return `answered by ${answers[0]?.pod ?? ''}, where no pod is on the node`;
  for (const { pod, client, own, port } of answers) {
    const known = pods.find(({ metadata }) => metadata.name === pod && metadata.namespace === by.namespace);
    if (known === undefined || !isChosen(known, by)) return `answered by ${pod}, not by a pod of the application`;
    const wanted = to === undefined ? undefined : targetNumber(to, known);
    if (port !== undefined && wanted !== undefined && port !== wanted)
      return `the pod's port ${port} answered, not ${wanted}`;
    if (clientKept && own !== undefined && client !== own) return `the pod sees ${client}, not the client ${own}`;
  }
  const different = new Set(answers.map(({ pod }) => pod));
  if (onePod && different.size > 1) return `${different.size} pods answered ${answers.length} requests of one client`;
  return undefined;
}
