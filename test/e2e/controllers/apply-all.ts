import { apply } from '../cluster/apply';
import { Cleanup } from '../cluster/cleanup';
import type { Kubectl } from '../cluster/kubectl';
import { settle } from '../cluster/wait';
import type { KubeObject } from '../objects';
import { setLabel } from '../rewrite/rewrite-set';

/** Applies what the test is made of; what it adds to the cluster is taken away by the cleanup. */
export class Applier {
  readonly cleanup: Cleanup;
  private readonly kubectl: Kubectl;
  private readonly name: string;
  private readonly signal: AbortSignal;

  constructor(kubectl: Kubectl, name: string, signal: AbortSignal) {
    this.kubectl = kubectl;
    this.name = name;
    this.signal = signal;
    this.cleanup = new Cleanup(kubectl);
  }

  /** Namespaces and definitions first, and the rest when both are there. */
  async apply(namespaces: readonly string[], documents: readonly KubeObject[]): Promise<void> {
    await this.cleanup.claimNamespaces(namespaces);
    const marked = documents.map((document) => this.mark(document));
    const shared = marked.filter(({ kind, metadata }) => metadata.namespace === undefined && kind !== 'Namespace');
    const present = await this.cleanup.claimClusterScoped(shared, this.name);
    const foreign = present.find(({ kind }) => kind !== 'CustomResourceDefinition');
    if (foreign !== undefined)
      throw new Error(`${foreign.kind} ${foreign.metadata.name} is there already, and not of this test's making`);
    const own = marked.filter((document) => !present.includes(document));
    const isFirst = ({ kind }: KubeObject): boolean => ['Namespace', 'CustomResourceDefinition'].includes(kind);
    await this.must(own.filter(isFirst));
    await this.established(marked.filter(({ kind }) => kind === 'CustomResourceDefinition'));
    await this.must(own.filter((document) => !isFirst(document)));
  }

  private mark(object: KubeObject): KubeObject {
    const labels = { ...object.metadata.labels, [setLabel]: this.name };
    return { ...object, metadata: { ...object.metadata, labels } };
  }

  private async must(documents: readonly KubeObject[]): Promise<void> {
    this.signal.throwIfAborted();
    const problems = await apply(this.kubectl, 'apply', documents);
    if (problems.length > 0) throw new Error(problems.join('; '));
  }

  private async established(definitions: readonly KubeObject[]): Promise<void> {
    if (definitions.length === 0) return;
    const names = definitions.map(({ metadata }) => `crd/${metadata.name}`);
    const complaints = await settle(60, this.signal, async () => {
      const { code, stderr } = await this.kubectl.run([
        'wait',
        '--for=condition=Established',
        '--timeout=5s',
        ...names,
      ]);
      return code === 0 ? [] : [stderr.trim()];
    });
    if (complaints.length > 0) throw new Error(`the definitions do not come up: ${complaints.join()}`);
  }
}
