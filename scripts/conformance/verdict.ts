import type { ApiServer, Reply } from './api-server';
import { isObject, type Json } from './json';

export interface RecordedError {
  readonly field: string;
  /** The reason of the server's cause, or `Decode`, `NoMatch`, `Allocator`, `Other`. */
  readonly type: string;
  readonly message: string;
}

/** What a server says to a manifest. `state`: it depends on what that cluster holds or was started with. */
export interface Verdict {
  readonly verdict: 'accept' | 'reject' | 'state';
  readonly errors: readonly RecordedError[];
  readonly warnings: readonly string[];
}

/** Asks a server, in one namespace, what it says to manifests. */
export class Judge {
  private readonly server: ApiServer;
  private readonly namespace: string;
  private lastService: Promise<unknown> = Promise.resolve();

  constructor(server: ApiServer, namespace: string) {
    this.server = server;
    this.namespace = namespace;
  }

  async ask(manifest: Json): Promise<Verdict> {
    const { apiVersion, kind } = manifest;
    const known = typeof apiVersion === 'string' && typeof kind === 'string' && apiVersion !== '';
    const collection = known ? await this.server.collection(apiVersion, kind, this.namespaceOf(manifest)) : undefined;
    if (collection === undefined) {
      const message = `no matches for kind ${String(kind)} in version ${String(apiVersion)}`;
      return { verdict: 'reject', errors: [{ field: 'apiVersion', type: 'NoMatch', message }], warnings: [] };
    }
    const isService = apiVersion === 'v1' && kind === 'Service';
    return verdictOf(await (isService ? this.createService(collection, manifest) : this.dryRun(collection, manifest)));
  }

  private namespaceOf({ metadata }: Json): string {
    const own = isObject(metadata) ? textOf(metadata['namespace']) : '';
    return own === '' ? this.namespace : own;
  }

  private dryRun(collection: string, manifest: Json): Promise<Reply> {
    return this.server.request('POST', `${collection}?dryRun=All&fieldValidation=Strict`, manifest);
  }

  /** A dry run leaves the node port range unchecked: a Service is created and deleted again, one at a time for the ports' sake. */
  private createService(collection: string, manifest: Json): Promise<Reply> {
    const create = async (): Promise<Reply> => {
      const reply = await this.server.request('POST', `${collection}?fieldValidation=Strict`, manifest);
      if (reply.code < 300) {
        const { metadata } = JSON.parse(reply.body) as { metadata: { name: string; finalizers?: string[] } };
        const created = `${collection}/${metadata.name}`;
        if (metadata.finalizers !== undefined) {
          await this.server.request('PATCH', created, { metadata: { finalizers: null } });
        }
        await this.server.request('DELETE', `${created}?gracePeriodSeconds=0`);
      }
      return reply;
    };
    const created = this.lastService.then(create, create);
    this.lastService = created;
    return created;
  }
}

/** Refused for what the cluster holds (403, 404, 409) or for a failure of the server (500). */
const stateCodes = [403, 404, 409, 500];
const stateMessages = /already allocated|valid IPs|not configured|current range/;

function verdictOf({ code, body, warnings }: Reply): Verdict {
  if (code < 300) return { verdict: 'accept', errors: [], warnings };
  const errors = errorsOf(code, body);
  const depends = stateCodes.includes(code) || errors.some(({ message }) => stateMessages.test(message));
  return { verdict: depends ? 'state' : 'reject', errors, warnings };
}

function errorsOf(code: number, body: string): readonly RecordedError[] {
  const status = statusOf(body);
  const details = isObject(status['details']) ? status['details'] : {};
  const causes = Array.isArray(details['causes']) ? details['causes'].filter(isObject) : [];
  if (causes.length === 0) {
    return [{ field: '', type: code === 400 ? 'Decode' : 'Other', message: textOf(status['message']) }];
  }
  return causes.map((cause) => {
    const message = textOf(cause['message']);
    // The address allocator stumbled before the name was checked: what it says is not about the field it names.
    const type = /parentRef|failed to allocate/.test(message) ? 'Allocator' : textOf(cause['reason']);
    return { field: textOf(cause['field']), type, message };
  });
}

function statusOf(body: string): Json {
  try {
    const status: unknown = JSON.parse(body);
    return isObject(status) ? status : {};
  } catch {
    return { message: body.slice(0, 300) };
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
