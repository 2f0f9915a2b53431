import * as dgram from 'node:dgram';
import * as http from 'node:http';
import * as https from 'node:https';
import * as net from 'node:net';
import type { HttpRequest, Protocol } from '../ways/way';
import type { Answer } from './answer';
import { hostOf, oneLine, readAnswer } from './answer';

export interface Connection {
  readonly address: string;
  readonly port: number;
  readonly protocol: Protocol;
  /** @default - `/e2e`, under the address itself */
  readonly http?: HttpRequest | undefined;
  /** The certificate that the answer must come with, in PEM. @default - any */
  readonly certificate?: string | undefined;
  readonly seconds: number;
}

/** One request from this machine. @throws Error where it is not answered, or not by the echo server. */
export function sendFromMachine(connection: Connection): Promise<Answer> {
  if (connection.protocol === 'udp') return sendDatagram(connection);
  return connection.protocol === 'tcp' ? sendLine(connection) : sendHttp(connection);
}

function sendHttp(connection: Connection): Promise<Answer> {
  const { address, port, protocol, http: request, certificate, seconds } = connection;
  const host = request?.host ?? (address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`);
  const common = { host: address, port, path: request?.path ?? '/e2e', headers: { host }, agent: false };
  return new Promise((resolve, reject) => {
    const hear = (response: http.IncomingMessage): void => {
      const own = hostOf(response.socket.localAddress ?? '');
      readBody(response, (body) => {
        if (response.statusCode !== 200) {
          reject(new Error(`status ${response.statusCode ?? ''}: ${oneLine(body)}`));
          return;
        }
        settle(() => readAnswer(body, own), resolve, reject);
      });
    };
    const secure = {
      ...common,
      ...(request === undefined ? {} : { servername: request.host }),
      ...(certificate === undefined ? { rejectUnauthorized: false } : { ca: certificate }),
    };
    const sent = protocol === 'https' ? https.get(secure, hear) : http.get(common, hear);
    sent.setTimeout(seconds * 1000, () => sent.destroy(new Error('timed out')));
    sent.on('error', reject);
  });
}

function readBody(response: http.IncomingMessage, done: (body: string) => void): void {
  let body = '';
  response.setEncoding('utf8');
  response.on('data', (chunk: string) => {
    if (body.length < 65_536) body += chunk;
  });
  response.on('end', () => {
    done(body);
  });
}

/** A line of text that is no HTTP. */
function sendLine({ address, port, seconds }: Connection): Promise<Answer> {
  return new Promise((resolve, reject) => {
    let said = '';
    const socket = net.connect({ host: address, port });
    const finish = (): void => {
      const own = hostOf(socket.localAddress ?? '');
      socket.destroy();
      settle(() => readAnswer(said, own), resolve, reject);
    };
    socket.setTimeout(seconds * 1000, () => socket.destroy(new Error('timed out')));
    socket.on('connect', () => socket.write('hello\n'));
    socket.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('}\n')) finish();
    });
    socket.on('end', finish);
    socket.on('error', reject);
  });
}

/** A datagram, sent again each second: nobody promises that one arrives. */
function sendDatagram({ address, port, seconds }: Connection): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const socket = dgram.createSocket(net.isIPv6(address) ? 'udp6' : 'udp4');
    const timers: NodeJS.Timeout[] = [];
    const close = (): void => {
      for (const timer of timers) clearTimeout(timer);
      socket.close();
    };
    socket.on('error', (error) => {
      close();
      reject(error);
    });
    socket.connect(port, address, () => {
      const own = socket.address().address;
      const send = (): void => {
        socket.send('hello');
      };
      send();
      timers.push(setInterval(send, 1000));
      timers.push(
        setTimeout(() => {
          close();
          reject(new Error('timed out'));
        }, seconds * 1000),
      );
      socket.on('message', (message) => {
        close();
        settle(() => readAnswer(message.toString(), own), resolve, reject);
      });
    });
  });
}

function settle(read: () => Answer, resolve: (answer: Answer) => void, reject: (error: unknown) => void): void {
  try {
    resolve(read());
  } catch (error) {
    reject(error instanceof Error ? error : new Error(String(error)));
  }
}
