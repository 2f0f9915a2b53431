import { askAll } from './ask-all';
import { selfSigned } from './certificate';
import { apply } from './cluster/apply';
import { Cleanup } from './cluster/cleanup';
import type { ClusterFacts } from './cluster/facts';
import type { Background, Kubectl } from './cluster/kubectl';
import { observe, recentPods } from './cluster/observe';
import { addressless, listIn, settle, unreadyWorkloads } from './cluster/wait';
import type { KubeObject } from './objects';
import { keyOf } from './objects';
import type { Options } from './options';
import type { EchoImage } from './rewrite/echo-image';
import type { RewrittenSet } from './rewrite/rewrite-set';
import { rewriteSet } from './rewrite/rewrite-set';
import { clientPod } from './send/client-pod';
import type { ManifestSet } from './sets';
import type { Row } from './table';
import { podsOf } from './ways/live';
import type { Live } from './ways/live';
import { waysOfSet } from './ways/ways-of-set';

export interface Run {
  readonly kubectl: Kubectl;
  readonly proxy: Background;
  readonly options: Options;
  readonly facts: ClusterFacts;
  readonly echo: EchoImage;
  readonly signal: AbortSignal;
}

/** How long a single way in may take to work once its pods and addresses are there. */
const answerSeconds = 30;

/** Applies one set, asks at every way in, and takes it away again whatever happens. */
export async function runSet(set: ManifestSet, run: Run, add: (row: Row) => void): Promise<void> {
  const cleanup = new Cleanup(run.kubectl);
  const fail = (way: string, reason: string): void => {
    add({ ...emptyRow(set.name, way), result: `FAIL: ${reason}` });
  };
  try {
    await new SetRun(rewriteSet(set, run.echo, run.options, run.facts), run, cleanup, add).run();
  } catch (error) {
    fail('(run)', run.signal.aborted ? 'interrupted' : error instanceof Error ? error.message : String(error));
  } finally {
    for (const problem of await cleanup.run()) fail('(clean up)', problem);
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
    const { set, context } = this;
    for (const change of set.changes) this.changed(change);
    await this.cleanup.claimNamespaces(set.namespaces);
    await this.prepare();
    await this.applySet();
    await this.wait();
    const live = await observe(context.kubectl, set, context.facts, context.options.clusterDomain);
    if (context.options.route) await this.route(live);
    await this.ask(live);
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
    const clients = set.namespaces.map((namespace) => clientPod(namespace, options.image));
    await this.mustApply([...set.standIns, ...(await this.makeCertificates()), ...clients]);
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
    const shared = set.documents.filter(({ apiVersion, kind }) => facts.kinds.get(`${apiVersion} ${kind}`) === false);
    const present = await this.cleanup.claimClusterScoped(shared, set.name);
    for (const { kind, metadata } of present) this.changed(`${kind} ${metadata.name}: left as it is on the cluster`);
    const isOwn = (document: KubeObject): boolean => !present.some((one) => isSame(one, document));
    this.verdict('(accepted as written)', await apply(kubectl, 'try', set.asWritten.filter(isOwn)));
    context.signal.throwIfAborted();
    this.verdict('(accepted as applied)', await apply(kubectl, 'apply', set.documents.filter(isOwn)));
  }

  private changed(what: string): void {
    this.add({ ...emptyRow(this.set.name, '(documents)'), result: `changed: ${what}` });
  }

  private verdict(way: string, problems: readonly string[]): void {
    const row = emptyRow(this.set.name, way);
    if (problems.length === 0) this.add({ ...row, result: 'ok' });
    for (const problem of problems) this.add({ ...row, result: `FAIL: ${problem}` });
  }

  private async wait(): Promise<void> {
    const { set, context } = this;
    const { kubectl, signal, options } = context;
    const unready = () => unreadyWorkloads(kubectl, set.namespaces);
    this.verdict('(pods ready)', await settle(options.timeoutSeconds, signal, unready));
    const kinds: ('services' | 'ingresses')[] = [];
    if (!this.isSkipped('LoadBalancer')) kinds.push('services');
    if (!this.isSkipped('Ingress') && options.ingressAddress === undefined) kinds.push('ingresses');
    // What stays without an address is said where it is asked.
    await settle(options.timeoutSeconds, signal, () => addressless(kubectl, set.namespaces, kinds));
  }

  /** An address of nobody goes to a node that has a pod, as whoever routes it in earnest would see to. */
  private async route(live: Live): Promise<void> {
    const { options, facts } = this.context;
    for (const service of live.services) {
      for (const address of service.spec.externalIPs ?? []) {
        if (!options.externalIps.includes(address)) continue;
        const [pod] = podsOf(service, live);
        const node = facts.nodes.find(({ name }) => name === pod?.spec.nodeName) ?? facts.nodes[0];
        if (node !== undefined) await this.cleanup.route(address, node.address);
      }
    }
  }

  private async ask(live: Live): Promise<void> {
    const { set, context, certificates } = this;
    const { options } = context;
    const { ingressAddress: address, ingressPort: port, ingressTlsPort: tlsPort } = options;
    const asking = {
      ...{ kubectl: context.kubectl, proxy: context.proxy, signal: context.signal, certificates },
      pods: recentPods(context.kubectl, set.namespaces),
      clusterDomain: options.clusterDomain,
      seconds: answerSeconds,
      nameSeconds: options.timeoutSeconds,
    };
    const ways = waysOfSet(set, live, { address, port, tlsPort });
    for (const row of await askAll(set.name, ways, asking, (way) => this.isSkipped(way))) this.add(row);
  }

  private isSkipped(way: string): boolean {
    return this.context.options.skip.some((skipped) => way.toLowerCase().startsWith(skipped));
  }
}

function isSame(a: KubeObject, b: KubeObject): boolean {
  return a.apiVersion === b.apiVersion && a.kind === b.kind && keyOf(a) === keyOf(b);
}
