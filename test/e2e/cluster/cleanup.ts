import type { KubeObject } from '../objects';
import { keyOf } from '../objects';
import { setLabel } from '../rewrite/rewrite-set';
import type { Kubectl } from './kubectl';
import { runProcess } from './kubectl';

/** What a set has left on the cluster and on this machine. */
export class Cleanup {
  private readonly kubectl: Kubectl;
  private readonly namespaces: string[] = [];
  private readonly objects: KubeObject[] = [];
  private readonly routes: (readonly string[])[] = [];

  constructor(kubectl: Kubectl) {
    this.kubectl = kubectl;
  }

  /** @throws Error where a namespace of that name is there and not of this test's making. */
  async claimNamespaces(names: readonly string[]): Promise<void> {
    const present = await this.kubectl.list<KubeObject>(['namespaces']);
    const old = present.filter(({ metadata }) => names.includes(metadata.name));
    const foreign = old.find(({ metadata }) => metadata.labels?.[setLabel] === undefined);
    if (foreign !== undefined) {
      throw new Error(`The namespace ${foreign.metadata.name} is there already, and not of this test's making.`);
    }
    this.namespaces.push(...names);
    if (old.length > 0) await this.deleteNamespaces(old.map(({ metadata }) => metadata.name));
  }

  /** Objects outside of namespaces that are about to be made; those that are there already are given back, and stay. */
  async claimClusterScoped(objects: readonly KubeObject[], set: string): Promise<readonly KubeObject[]> {
    const kept: KubeObject[] = [];
    for (const object of objects) {
      const { code, stdout } = await this.kubectl.run(['get', ...reference(object), '-o', 'json']);
      const labels = code === 0 ? (JSON.parse(stdout) as KubeObject).metadata.labels : undefined;
      if (code === 0 && labels?.[setLabel] !== set) kept.push(object);
      else this.objects.push(object);
    }
    return kept;
  }

  /** Leads an address to a node until the end of the set. */
  async route(address: string, node: string): Promise<void> {
    const family = address.includes(':') ? '-6' : '-4';
    const route = [`${address}/${address.includes(':') ? 128 : 32}`, 'via', node];
    const { code, stderr } = await runProcess('ip', [family, 'route', 'replace', ...route]);
    if (code !== 0) throw new Error(`ip route replace ${route.join(' ')}: ${stderr.trim()}`);
    this.routes.push([family, 'route', 'del', ...route]);
  }

  /** What could not be taken away. */
  async run(): Promise<readonly string[]> {
    const problems: string[] = [];
    for (const route of this.routes) {
      const { code, stderr } = await runProcess('ip', route);
      if (code !== 0) problems.push(`ip ${route.join(' ')}: ${stderr.trim()}`);
    }
    for (const object of this.objects) {
      const { code, stderr } = await this.kubectl.run(['delete', ...reference(object), '--ignore-not-found']);
      if (code !== 0) problems.push(`${object.kind} ${keyOf(object)}: ${stderr.trim()}`);
    }
    try {
      await this.deleteNamespaces(this.namespaces);
    } catch (error) {
      problems.push(error instanceof Error ? error.message : String(error));
    }
    return problems;
  }

  private async deleteNamespaces(names: readonly string[]): Promise<void> {
    if (names.length === 0) return;
    await this.kubectl.must(['delete', 'namespaces', ...names, '--ignore-not-found', '--wait=false']);
    // A namespace that goes away takes no new pods; those that are there need not wait for requests to end.
    const impatient = ['--all', '--grace-period=1', '--wait=false', '--ignore-not-found'];
    await Promise.all(names.map((name) => this.kubectl.run(['delete', 'pods', '-n', name, ...impatient])));
    const gone = names.map((name) => `namespace/${name}`);
    await this.kubectl.must(['wait', '--for=delete', ...gone, '--timeout=180s'], { seconds: 190 });
  }
}

/** `clusterroles.v1.rbac.authorization.k8s.io e2e-shop-reader` */
function reference({ apiVersion, kind, metadata }: KubeObject): readonly string[] {
  const [group, version] = apiVersion.includes('/') ? apiVersion.split('/') : ['', apiVersion];
  return [`${kind}.${version ?? ''}.${group ?? ''}`, metadata.name];
}
