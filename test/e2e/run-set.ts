import { setTimeout as sleep } from 'node:timers/promises';
import { ask, unaskedRow } from './ask';
import type { Asking } from './ask';
import { selfSigned } from './certificate';
import { apply } from './cluster/apply';
import { Cleanup } from './cluster/cleanup';
import type { ClusterFacts } from './cluster/facts';
import type { Background, Kubectl } from './cluster/kubectl';
import { addressless, listIn, settle, unreadyWorkloads } from './cluster/wait';
import type { Ingress, KubeObject, Pod, Service } from './objects';
import type { Options } from './options';
import type { EchoImage } from './rewrite/echo-image';
import type { RewrittenSet } from './rewrite/rewrite-set';
import { rewriteSet } from './rewrite/rewrite-set';
import { clientPod, clientPodName } from './send/client-pod';
import type { ManifestSet } from './sets';
import type { Row } from './table';
import { podsOf } from './ways/live';
import type { Live } from './ways/live';
import type { Unasked, Way } from './ways/way';
import { waysOfSet } from './ways/ways-of-set';

export interface Run {
  readonly kubectl: Kubectl;
  readonly proxy: Background;
  readonly options: Options;
  readonly facts: ClusterFacts;
  readonly echo: EchoImage;
  readonly signal: AbortSignal;
}

/** How many requests are under way at once. */
const atOnce = 6;
/** How long a single way in may take to work once its pods and addresses are there. */
const answerSeconds = 30;

/** Applies one set, asks at every way in, and takes it away again whatever happens. */
export async function runSet(set: ManifestSet, run: Run, add: (row: Row) => void): Promise<void> {
  const cleanup = new Cleanup(run.kubectl);
  try {
    await new SetRun(rewriteSet(set, run.echo, run.options, run.facts), run, cleanup, add).run();
  } catch (error) {
    const reason = run.signal.aborted ? 'interrupted' : error instanceof Error ? error.message : String(error);
    add({ ...emptyRow(set.name, '(run)'), result: `FAIL: ${reason}` });
  } finally {
    for (const problem of await cleanup.run()) {
      add({ ...emptyRow(set.name, '(clean up)'), result: `FAIL: ${problem}` });
    }
  }
}

function emptyRow(set: string, way: string): Omit<Row, 'result'> {
  return { set, way, asked: '', answeredBy: '', client: '' };
}

class SetRun {
  private readonly set: RewrittenSet;
  private readonly context: Run;
  private readonly cleanup: Cleanup;
  private readonly add: (row: Row) => void;
  private readonly certificates = new Map<string, string>();

  constructor(set: RewrittenSet, run: Run, cleanup: Cleanup, add: (row: Row) => void) {
    this.set = set;
    this.context = run;
    this.cleanup = cleanup;
    this.add = add;
  }

  async run(): Promise<void> {
    const { set } = this;
    for (const change of set.changes) this.add({ ...emptyRow(set.name, '(documents)'), result: `changed: ${change}` });
    await this.cleanup.claimNamespaces(set.namespaces);
    await this.prepare();
    await this.applySet();
    await this.wait();
    const live = await this.observe();
    await this.route(live);
    await this.askAll(live);
  }

  /** Namespaces, what the set lacks, and the clients. */
  private async prepare(): Promise<void> {
    const { set, context } = this;
    const { kubectl, signal, options } = context;
    await this.mustApply(set.namespaceObjects);
    const accounts = await settle(30, signal, async () => {
      const all = await listIn(kubectl, set.namespaces, 'serviceaccounts');
      return all.length < set.namespaces.length ? ['no ServiceAccount'] : [];
    });
    if (accounts.length > 0) throw new Error('The new namespaces get no default ServiceAccount.');
    await this.mustApply([
      ...set.standIns,
      ...(await this.makeCertificates()),
      ...set.namespaces.map((namespace) => clientPod(namespace, options.image)),
    ]);
  }

  private async makeCertificates(): Promise<readonly KubeObject[]> {
    const secrets: KubeObject[] = [];
    for (const { namespace, name, hosts } of this.set.certificates) {
      const { certificate, key } = await selfSigned(hosts);
      this.certificates.set(`${namespace}/${name}`, certificate);
      const secret = {
        ...{ apiVersion: 'v1', kind: 'Secret', metadata: { name, namespace }, type: 'kubernetes.io/tls' },
        stringData: { 'tls.crt': certificate, 'tls.key': key },
      };
      secrets.push(secret);
    }
    return secrets;
  }

  private async mustApply(objects: readonly KubeObject[]): Promise<void> {
    this.context.signal.throwIfAborted();
    const problems = await apply(this.context.kubectl, 'apply', objects);
    if (problems.length > 0) throw new Error(problems.join('; '));
  }

  /** Once as written without leaving anything, then as this cluster can run it. */
  private async applySet(): Promise<void> {
    const { set, context } = this;
    const { kubectl, facts } = context;
    this.accepted('(accepted as written)', await apply(kubectl, 'try', set.asWritten));
    const shared = set.documents.filter(({ apiVersion, kind }) => facts.kinds.get(`${apiVersion} ${kind}`) === false);
    const present = await this.cleanup.claimClusterScoped(shared, set.name);
    for (const { kind, metadata } of present) {
      const result = `changed: ${kind} ${metadata.name}: left as it is on the cluster`;
      this.add({ ...emptyRow(set.name, '(documents)'), result });
    }
    const own = set.documents.filter((document) => !present.includes(document));
    this.context.signal.throwIfAborted();
    this.accepted('(accepted as applied)', await apply(kubectl, 'apply', own));
  }

  private accepted(way: string, problems: readonly string[]): void {
    const row = emptyRow(this.set.name, way);
    if (problems.length === 0) this.add({ ...row, result: 'ok' });
    for (const problem of problems) this.add({ ...row, result: `FAIL: ${problem}` });
  }

  private async wait(): Promise<void> {
    const { set, context } = this;
    const { kubectl, signal, options } = context;
    const unready = await settle(options.timeoutSeconds, signal, () => unreadyWorkloads(kubectl, set.namespaces));
    const row = emptyRow(set.name, '(pods ready)');
    if (unready.length === 0) this.add({ ...row, result: 'ok' });
    for (const one of unready) this.add({ ...row, result: `FAIL: ${one}` });
    const kinds = (['services', 'ingresses'] as const).filter(
      (kind) => !this.isSkipped(kind === 'services' ? 'LoadBalancer' : 'Ingress'),
    );
    const asked = options.ingressAddress === undefined ? kinds : kinds.filter((kind) => kind !== 'ingresses');
    await settle(options.timeoutSeconds, signal, () => addressless(kubectl, set.namespaces, asked));
  }

  private async observe(): Promise<Live> {
    const { set, context } = this;
    const { kubectl, facts, options } = context;
    const own = set.namespaces.filter((name) => !name.endsWith('-outside') || set.outsidePorts.size === 0);
    const [pods, services, ingresses] = await Promise.all([
      this.pods(),
      listIn<Service>(kubectl, own, 'services'),
      listIn<Ingress>(kubectl, own, 'ingresses'),
    ]);
    const clients = pods.filter(({ metadata }) => metadata.name === clientPodName);
    return {
      nodes: facts.nodes,
      pods,
      services: services.map((service) => ({ ...service, apiVersion: 'v1', kind: 'Service' })),
      ingresses: ingresses.map((ingress) => ({ ...ingress, apiVersion: 'networking.k8s.io/v1', kind: 'Ingress' })),
      clusterDomain: options.clusterDomain,
      clientNode: (namespace) => clients.find(({ metadata }) => metadata.namespace === namespace)?.spec.nodeName,
    };
  }

  private pods(): Promise<readonly Pod[]> {
    return listIn<Pod>(this.context.kubectl, this.set.namespaces, 'pods');
  }

  /** An address of nobody goes to a node that has a pod, as whoever routes it in earnest would see to. */
  private async route(live: Live): Promise<void> {
    const { options, facts } = this.context;
    if (!options.route) return;
    for (const service of live.services) {
      for (const address of service.spec.externalIPs ?? []) {
        if (!options.externalIps.includes(address)) continue;
        const [pod] = podsOf(service, live);
        const node = facts.nodes.find(({ name }) => name === pod?.spec.nodeName) ?? facts.nodes[0];
        if (node !== undefined) await this.cleanup.route(address, node.address);
      }
    }
  }

  private async askAll(live: Live): Promise<void> {
    const { set, context, certificates } = this;
    const { kubectl, proxy, signal, options } = context;
    const { ingressAddress, ingressPort, ingressTlsPort } = options;
    const at = { address: ingressAddress, port: ingressPort, tlsPort: ingressTlsPort };
    const ways = waysOfSet(set, live, at);
    const pods = cached(() => this.pods());
    const asking: Asking = { kubectl, proxy, pods, certificates, signal, seconds: answerSeconds };
    const rows = ways.map((): Row | undefined => undefined);
    const queue = ways.entries();
    const work = async (): Promise<void> => {
      for (const [i, way] of queue) {
        signal.throwIfAborted();
        rows[i] = await this.askOne(way, asking);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    for (const row of rows) if (row !== undefined) this.add(row);
  }

  private async askOne(way: Way | Unasked, asking: Asking): Promise<Row> {
    if (this.isSkipped(way.way)) {
      return unaskedRow(this.set.name, { ...way, reason: '--skip', failed: false });
    }
    return 'reason' in way ? unaskedRow(this.set.name, way) : ask(this.set.name, way, asking);
  }

  private isSkipped(way: string): boolean {
    return this.context.options.skip.some((skipped) => way.toLowerCase().startsWith(skipped));
  }
}

/** The same answer for a moment, since many ask at once. */
function cached<T>(read: () => Promise<T>): () => Promise<T> {
  let last: Promise<T> | undefined;
  return () => {
    if (last === undefined) {
      last = read();
      void sleep(1000).then(() => {
        last = undefined;
      });
    }
    return last;
  };
}
