import * as http from 'node:http';
import * as https from 'node:https';
import type * as net from 'node:net';
import type * as tls from 'node:tls';
import { sendFromMachine } from '../send/from-machine';

export interface Question {
  readonly host: string;
  readonly path?: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  /** Ask by TLS. */
  readonly tls?: boolean;
}

/** What a pod says that it has seen. */
export interface Said {
  readonly pod: string;
  readonly say: string;
  readonly method: string;
  readonly path: string;
  readonly host: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly length: number;
  readonly httpVersion: string;
  readonly tls: boolean;
}

export interface Reply {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: Buffer;
  /** Undefined where it is not a pod that answers. */
  readonly said: Said | undefined;
  /** The names that the certificate of the answer is for. */
  readonly certificate: string | undefined;
  /** This machine, as the other end sees it. */
  readonly ownAddress: string;
}

const seconds = 15;

/** Asks a controller from this machine. */
export class Client {
  private readonly address: string;

  constructor(address: string) {
    this.address = address;
  }

  /** One request. @throws Error where no answer comes */
  ask(question: Question): Promise<Reply> {
    return new Promise((resolve, reject) => {
      const request = this.request(question, (response) => {
        const chunks: Buffer[] = [];
        const socket = response.socket as net.Socket & Partial<Pick<tls.TLSSocket, 'getPeerCertificate'>>;
        const certificate = socket.getPeerCertificate?.().subjectaltname;
        const ownAddress = socket.localAddress ?? '';
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const body = Buffer.concat(chunks);
          const { statusCode: status = 0, headers } = response;
          resolve({ status, headers, body, said: read(body), certificate, ownAddress });
        });
        response.on('error', reject);
      });
      request.on('error', reject);
      request.end(question.body);
    });
  }

  /** Several at once. */
  askAtOnce(count: number, question: Question): Promise<readonly Reply[]> {
    return Promise.all(Array.from({ length: count }, () => this.ask(question)));
  }

  /** Several one after the other. */
  async askInTurn(count: number, question: Question): Promise<readonly Reply[]> {
    const replies: Reply[] = [];
    for (let i = 0; i < count; i++) replies.push(await this.ask(question));
    return replies;
  }

  /** The handshake of a WebSocket, and the bytes that come back for some. */
  webSocket(question: Question, bytes: string): Promise<string> {
    const headers = {
      ...question.headers,
      Connection: 'Upgrade',
      Upgrade: 'websocket',
      'Sec-WebSocket-Version': '13',
      'Sec-WebSocket-Key': 'AAAAAAAAAAAAAAAAAAAAAA==',
    };
    return new Promise((resolve, reject) => {
      const request = this.request({ ...question, headers }, (response) => {
        reject(new Error(`status ${response.statusCode ?? ''} in place of 101`));
        response.resume();
      });
      request.on('upgrade', (_response, socket) => {
        socket.write(bytes);
        socket.once('data', (data: Buffer) => {
          socket.destroy();
          resolve(data.toString());
        });
      });
      request.on('error', reject);
      request.end();
    });
  }

  /** The name of the pod that answers without HTTP. */
  async send(protocol: 'tcp' | 'udp', port: number): Promise<string> {
    return (await sendFromMachine({ address: this.address, port, protocol, seconds: 5 })).pod;
  }

  private request(question: Question, hear: (response: http.IncomingMessage) => void): http.ClientRequest {
    const { host, path = '/', method = 'GET', headers, tls: secure = false } = question;
    const common = {
      host: this.address,
      path,
      method,
      headers: { host, ...headers },
      agent: false,
      timeout: seconds * 1000,
    };
    const request = secure
      ? https.request({ ...common, port: 443, servername: host, rejectUnauthorized: false }, hear)
      : http.request({ ...common, port: 80 }, hear);
    request.on('timeout', () => request.destroy(new Error(`no answer within ${seconds} s`)));
    return request;
  }
}

function read(body: Buffer): Said | undefined {
  try {
    const said = JSON.parse(body.toString()) as Said | null;
    return typeof said?.pod === 'string' ? said : undefined;
  } catch {
    return undefined;
  }
}
