import https from 'node:https';
import http from 'node:http';
import type { Connection } from './kubeconfig';

export interface Reply {
  readonly code: number;
  readonly body: string;
  /** The texts of the `Warning` headers. */
  readonly warnings: readonly string[];
}

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

interface Resource {
  readonly name: string;
  readonly kind: string;
  readonly namespaced: boolean;
}

/** A live API server. */
export class ApiServer {
  private readonly connection: Connection;
  private readonly agent: http.Agent;
  private readonly resources = new Map<string, Promise<readonly Resource[]>>();

  constructor(connection: Connection) {
    const { ca, cert, key, insecure } = connection;
    const options = { keepAlive: true, maxSockets: 16 };
    this.connection = connection;
    this.agent = connection.server.startsWith('http:')
      ? new http.Agent(options)
      : new https.Agent({ ...options, ca, cert, key, rejectUnauthorized: !insecure });
  }

  close(): void {
    this.agent.destroy();
  }

  /**
   * Asks again where the server closed a connection that it had kept open. One that panics closes any connection: a failure of its own, as those
   * that it answers with 500.
   */
  request(method: Method, path: string, body?: unknown): Promise<Reply> {
    const url = new URL(path, this.connection.server);
    const { token } = this.connection;
    const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
    const type = method === 'PATCH' ? 'application/merge-patch+json' : 'application/json';
    const headers = { accept: 'application/json', 'content-type': type, ...authorization };
    const client = url.protocol === 'http:' ? http : https;
    return new Promise((resolve, reject) => {
      const request = client.request(url, { method, agent: this.agent, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const warnings = textsOfWarnings(response.headers['warning'] ?? '');
          resolve({ code: response.statusCode ?? 0, body: Buffer.concat(chunks).toString(), warnings });
        });
      });
      request.on('error', (error: NodeJS.ErrnoException) => {
        if (error.code !== 'ECONNRESET') reject(error);
        else if (request.reusedSocket) resolve(this.request(method, path, body));
        else resolve({ code: 500, body: JSON.stringify({ message: error.message }), warnings: [] });
      });
      request.end(body === undefined ? undefined : JSON.stringify(body));
    });
  }

  /** The answer's JSON; an answer other than 200 is an error. */
  async get(path: string): Promise<unknown> {
    const { code, body } = await this.request('GET', path);
    if (code !== 200) throw new Error(`GET ${path}: ${code} ${body.slice(0, 200)}`);
    return JSON.parse(body);
  }

  /** The server's version, `v1.36.3`. */
  async version(): Promise<string> {
    return ((await this.get('/version')) as { gitVersion: string }).gitVersion;
  }

  /** Where objects of that kind are created; undefined where the server does not serve it. */
  async collection(apiVersion: string, kind: string, namespace: string): Promise<string | undefined> {
    const root = apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
    let served = this.resources.get(apiVersion);
    if (served === undefined) {
      served = this.request('GET', encodeURI(root)).then(({ code, body }) =>
        code === 200 ? (JSON.parse(body) as { resources: Resource[] }).resources : [],
      );
      this.resources.set(apiVersion, served);
    }
    const found = (await served).find((one) => one.kind === kind && !one.name.includes('/'));
    if (found === undefined) return undefined;
    return found.namespaced
      ? `${root}/namespaces/${encodeURIComponent(namespace)}/${found.name}`
      : `${root}/${found.name}`;
  }
}

/** `299 - "text"`, several of them behind commas; quotes and backslashes within are escaped. */
function textsOfWarnings(header: string): readonly string[] {
  return [...header.matchAll(/299 - "((?:[^"\\]|\\.)*)"/g)].map((match) => (match[1] ?? '').replace(/\\(.)/g, '$1'));
}
