/**
 * What runs in the pods behind a controller: by itself, so it imports nothing but Node.js.
 *
 * HTTP on 8080 and 8081 (HTTP/2 without TLS), both by TLS on 8443, lines of TCP on 9000 and datagrams on 9053. Every answer is a JSON object
 * that tells which pod it is and what came in. `?delay=2` waits that many seconds, `?bytes=5000` makes the answer longer, and `/auth` lets
 * pass what has the header `X-Token: let-me-in`.
 */
import { createHash } from 'node:crypto';
import * as dgram from 'node:dgram';
import * as http from 'node:http';
import * as http2 from 'node:http2';
import * as net from 'node:net';
import type { Duplex } from 'node:stream';

const { POD_NAME: pod, SAY: say, CERTIFICATE: cert, KEY: key } = process.env;

type Request = http.IncomingMessage | http2.Http2ServerRequest;
type Response = http.ServerResponse | http2.Http2ServerResponse;

function answer(request: Request, response: Response): void {
  let length = 0;
  request.on('data', (chunk: Buffer) => {
    length += chunk.length;
  });
  request.on('end', () => {
    const url = new URL(request.url ?? '/', 'http://pod');
    const delay = Number(url.searchParams.get('delay') ?? 0);
    setTimeout(() => {
      finish(request, response, url, length);
    }, delay * 1000);
  });
}

function finish(request: Request, response: Response, url: URL, length: number): void {
  const { method, headers, httpVersion, socket } = request;
  response.statusCode = url.pathname === '/auth' && headers['x-token'] !== 'let-me-in' ? 401 : 200;
  response.setHeader('content-type', 'application/json');
  response.setHeader('x-powered-by', 'pod');
  if (url.pathname === '/auth') response.setHeader('x-user', 'ann');
  const filler = 'a'.repeat(Number(url.searchParams.get('bytes') ?? 0));
  const host = headers.host ?? headers[':authority'];
  const said = {
    pod,
    say,
    method,
    path: request.url,
    host,
    headers,
    length,
    httpVersion,
    tls: 'encrypted' in socket,
    filler,
  };
  // The two kinds of response have the method in common, not its type.
  (response as http.ServerResponse).end(JSON.stringify(said));
}

/** The handshake of RFC 6455; what comes then goes back as it is. */
function upgrade(request: http.IncomingMessage, socket: Duplex): void {
  const accept = createHash('sha1')
    .update(`${request.headers['sec-websocket-key'] ?? ''}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`)
    .digest('base64');
  socket.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
  );
  socket.pipe(socket);
}

function line(data: Buffer, proto: string): string {
  return `${JSON.stringify({ pod, say, proto, data: data.toString().trim() })}\n`;
}

http.createServer(answer).on('upgrade', upgrade).listen(8080);
http2.createServer(answer).listen(8081);
http2.createSecureServer({ allowHTTP1: true, cert: cert ?? '', key: key ?? '' }, answer).listen(8443);
net
  .createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.on('data', (data: Buffer) => socket.write(line(data, 'tcp')));
  })
  .listen(9000);
const datagrams = dgram.createSocket('udp4');
datagrams.on('message', (data, from) => {
  datagrams.send(line(data, 'udp'), from.port, from.address);
});
datagrams.bind(9053);
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => process.exit(0));
