import { setTimeout as sleep } from 'node:timers/promises';
import type { Kubectl } from '../cluster/kubectl';
import { listIn, settle, unreadyWorkloads } from '../cluster/wait';
import type { Service } from '../objects';
import { UsageError } from '../options';
import type { Row } from '../table';
import { Applier } from './apply-all';
import type { Built } from './build';
import { build, stageProps } from './build';
import type { Check } from './check';
import { checks } from './checks';
import { isClaimed, refusalOf } from './claims';
import { Client } from './client';
import { installs } from './installs';

export interface ControllerRun {
  readonly kubectl: Kubectl;
  readonly controller: string;
  readonly image: string;
  readonly timeoutSeconds: number;
  readonly signal: AbortSignal;
}

/** How long a route may take to work once everything is there. */
const answerSeconds = 40;

/** Installs a controller by our own manifests, and asks for all that its dialect claims. */
export async function runController(run: ControllerRun): Promise<readonly Row[]> {
  const { controller: make, kubectl, image, signal } = run;
  const install = installs[make];
  if (install === undefined)
    throw new UsageError(`--controller is '${make}'. Known are: ${Object.keys(installs).join(', ')}.`);
  const name = `e2e-${make}`;
  const props = await stageProps(install, image);
  const refusals = new Map(checks.map((check) => [check, refusalOf(check, install, props)]));
  const built = await build(
    name,
    install,
    props,
    checks.filter((check) => refusals.get(check) === undefined),
  );
  const applier = new Applier(kubectl, name, signal);
  const rows: Row[] = [];
  try {
    await applier.apply(built.namespaces, built.documents);
    const client = new Client(await settled(built, run));
    for (const check of checks) rows.push(await tried(check, refusals.get(check), built, client, run));
  } catch (error) {
    rows.push(row(make, '(run)', '', `FAIL: ${messageOf(error)}`));
  } finally {
    for (const problem of await applier.cleanup.run()) rows.push(row(make, '(clean up)', '', `FAIL: ${problem}`));
  }
  return rows;
}

/** Waits for all pods and for the address of the controller. */
async function settled(
  { namespaces, controller }: Built,
  { kubectl, signal, timeoutSeconds }: ControllerRun,
): Promise<string> {
  const unready = await settle(timeoutSeconds, signal, () => unreadyWorkloads(kubectl, namespaces));
  if (unready.length > 0) throw new Error(unready.join('; '));
  let address: string | undefined;
  await settle(timeoutSeconds, signal, async () => {
    const services = await listIn<Service>(kubectl, [controller.namespace], 'services');
    const [given] = services.flatMap(({ status }) => status?.loadBalancer?.ingress ?? []);
    address = given?.ip ?? given?.hostname;
    return address === undefined ? ['no address'] : [];
  });
  if (address === undefined) throw new Error('The load balancer of the controller gets no address.');
  return address;
}

async function tried(
  check: Check,
  refusal: string | undefined,
  { controller, stage }: Built,
  client: Client,
  { signal, controller: make }: ControllerRun,
): Promise<Row> {
  const claimed = isClaimed(controller, check);
  const told = (result: string): Row => row(make, check.claim, check.what, result);
  if (refusal !== undefined)
    return told(claimed ? `FAIL: claimed, and refused: ${refusal}` : `ok: refused by synthesis`);
  if (!claimed) return told('FAIL: not claimed, and not refused');
  const end = Date.now() + answerSeconds * 1000;
  for (;;) {
    try {
      await check.ask(client, stage);
      return told('ok');
    } catch (error) {
      if (Date.now() > end || signal.aborted) return told(`FAIL: ${messageOf(error)}`);
    }
    await sleep(1000);
  }
}

function row(set: string, way: string, asked: string, result: string): Row {
  return { set, way, asked, answeredBy: '', client: '', result };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
