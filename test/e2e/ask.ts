import { isIP } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Background, Kubectl } from './cluster/kubectl';
import { problemOf } from './judge';
import type { Pod } from './objects';
import type { Answer } from './send/answer';
import { oneLine } from './send/answer';
import { CannotAsk, lookUp, sendFromPod } from './send/client-pod';
import { sendFromMachine } from './send/from-machine';
import { sendThroughPortForward, sendThroughProxy } from './send/through-api-server';
import type { Row } from './table';
import { isChosen, isReady } from './ways/live';
import type { Unasked, Way } from './ways/way';

/** What requests need beside their address. */
export interface Asking {
  readonly kubectl: Kubectl;
  readonly proxy: Background;
  /** The pods of the set as they are now. */
  readonly pods: () => Promise<readonly Pod[]>;
  /** Certificates in PEM by the Secret that holds them: `shop/tls`. */
  readonly certificates: ReadonlyMap<string, string>;
  readonly clusterDomain: string;
  readonly signal: AbortSignal;
  /** How long an address may take to answer. */
  readonly seconds: number;
  /** How long where it is a name, which DNS may not know yet. */
  readonly nameSeconds: number;
}

const requestSeconds = 5;
/** How many requests tell that one pod answers them all. */
const affinityRequests = 6;

/** Asks until the answer is right or the time is over. */
export async function ask(set: string, way: Way, asking: Asking): Promise<Row> {
  const row = { set, way: way.way, asked: way.asked, answeredBy: '', client: '' };
  const isName = way.sender.from === 'machine' && isIP(way.sender.address) === 0;
  const end = Date.now() + (isName ? asking.nameSeconds : asking.seconds) * 1000;
  for (;;) {
    const result = await attempt(way, asking);
    const right = !result.result.startsWith('FAIL');
    if (right || way.expected.by === 'nobody' || Date.now() > end || asking.signal.aborted)
      return { ...row, ...result };
    await sleep(500);
  }
}

export function unaskedRow(set: string, { way, asked, reason, failed }: Unasked): Row {
  return { set, way, asked, answeredBy: '', client: '', result: `${failed ? 'FAIL' : 'not asked'}: ${reason}` };
}

type Result = Pick<Row, 'result'> & Partial<Row>;

async function attempt(way: Way, asking: Asking): Promise<Result> {
  try {
    if (way.sender.from === 'dns') return await askDns(way, asking);
    const answers: Answer[] = [];
    for (let i = 0; i < (way.expected.onePod === true ? affinityRequests : 1); i++)
      answers.push(await send(way, asking));
    const [first] = answers;
    const problem = problemOf(answers, way.expected, await asking.pods());
    return {
      answeredBy: [...new Set(answers.map(({ pod }) => pod))].join(', '),
      client: first === undefined ? '' : clientText(first),
      result: problem === undefined ? okText(answers.length) : `FAIL: ${problem}`,
    };
  } catch (error) {
    if (error instanceof CannotAsk) return { result: `not asked: ${error.message}` };
    const reason = error instanceof Error ? oneLine(error.message) : String(error);
    return way.expected.by === 'nobody'
      ? { answeredBy: '(nobody)', result: 'ok: no pod on this node' }
      : { result: `FAIL: ${reason}` };
  }
}

function okText(requests: number): string {
  return requests === 1 ? 'ok' : `ok: one pod for ${requests} requests`;
}

function clientText({ client, own }: Answer): string {
  return client !== '' && client === own ? `${client} (kept)` : client;
}

function send({ sender, protocol, http, expected }: Way, asking: Asking): Promise<Answer> {
  const { kubectl, proxy, certificates, clusterDomain } = asking;
  const seconds = expected.by === 'nobody' ? 2 : requestSeconds;
  switch (sender.from) {
    case 'machine': {
      const certificate = certificates.get(http?.certificate ?? '');
      return sendFromMachine({ ...sender, protocol, http, certificate, seconds });
    }
    case 'pod':
      return sendFromPod(kubectl, sender.namespace, { ...sender, protocol, clusterDomain });
    case 'port-forward':
      return sendThroughPortForward(kubectl, sender, protocol, seconds);
    case 'proxy':
      return sendThroughProxy(proxy, `${sender.path}e2e`, seconds);
    case 'dns':
      throw new Error('DNS is asked without a connection');
  }
}

/** The addresses must be those of the ready pods; an alias must lead to the host outside. */
async function askDns({ sender, expected }: Way, { kubectl, pods }: Asking): Promise<Result> {
  if (sender.from !== 'dns') throw new Error('no DNS');
  const { addresses, alias } = await lookUp(kubectl, sender.namespace, sender.host);
  if (expected.alias !== undefined) {
    const right = alias === expected.alias;
    return { answeredBy: alias ?? '', result: right ? 'ok' : `FAIL: DNS names ${alias ?? 'no other name'}` };
  }
  const { by } = expected;
  const chosen = by === 'nobody' ? [] : (await pods()).filter((pod) => isChosen(pod, by) && isReady(pod));
  const missing = chosen.filter(({ status }) => !addresses.includes(status?.podIP ?? ''));
  const known = chosen.filter(({ status }) => addresses.includes(status?.podIP ?? ''));
  const names = known.map(({ metadata }) => metadata.name).join(', ');
  if (missing.length > 0) {
    return {
      answeredBy: names,
      result: `FAIL: no address for ${missing.map(({ metadata }) => metadata.name).join(', ')}`,
    };
  }
  if (known.length !== addresses.length || known.length === 0) {
    return { answeredBy: names, result: `FAIL: the addresses are ${addresses.join(', ') || 'none'}` };
  }
  return { answeredBy: names, result: 'ok' };
}
