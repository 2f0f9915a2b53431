/**
 * The echo server that runs in the pods: by itself, so it imports nothing but Node.js.
 *
 * Listens on the ports of `ECHO_PORTS` ("8080,53/udp"). A TCP port takes HTTP, TLS with HTTP inside, or lines of anything else, told apart by
 * the first byte. Every answer is a JSON object: which pod, which client it sees, and what was asked.
 */
import * as dgram from 'node:dgram';
import * as http from 'node:http';
import * as https from 'node:https';
import * as net from 'node:net';

const { ECHO_PORTS = '', ECHO_SAY, ECHO_CERTIFICATE, ECHO_KEY, POD_NAME, NODE_NAME, HOSTNAME } = process.env;
const self = { pod: POD_NAME ?? HOSTNAME, node: NODE_NAME, say: ECHO_SAY };

function address(host: string | undefined, port: number | undefined): string {
  const bare = (host ?? '').replace(/^::ffff:/, '');
  return `${bare.includes(':') ? `[${bare}]` : bare}:${port ?? ''}`;
}

function answer(request: http.IncomingMessage, response: http.ServerResponse): void {
  const { socket, method, url, headers } = request;
  response.setHeader('Content-Type', 'application/json');
  response.end(
    `${JSON.stringify({
      ...self,
      client: address(socket.remoteAddress, socket.remotePort),
      local: address(socket.localAddress, socket.localPort),
      method,
      host: headers.host,
      path: url,
      headers,
    })}\n`,
  );
}

const plain = http.createServer(answer);
const secure =
  ECHO_CERTIFICATE === undefined || ECHO_KEY === undefined
    ? undefined
    : https.createServer({ cert: ECHO_CERTIFICATE, key: ECHO_KEY }, answer);

function say(socket: net.Socket, data: string): void {
  const client = address(socket.remoteAddress, socket.remotePort);
  const local = address(socket.localAddress, socket.localPort);
  socket.write(`${JSON.stringify({ ...self, client, local, proto: 'tcp', data: data.trim() })}\n`);
}

function connected(socket: net.Socket): void {
  socket.on('error', () => socket.destroy());
  socket.once('data', (first: Buffer) => {
    socket.pause();
    const isTls = first[0] === 0x16;
    const isHttp = /^[A-Z]+ \S+ HTTP\//.test(first.toString('latin1', 0, 2000));
    const server = isTls ? secure : isHttp ? plain : undefined;
    if (server !== undefined) {
      server.emit('connection', socket);
      socket.unshift(first);
    } else {
      say(socket, first.toString());
      socket.on('data', (more: Buffer) => {
        say(socket, more.toString());
      });
      socket.on('end', () => socket.end());
    }
    socket.resume();
  });
}

function listenTcp(port: number): void {
  const server = net.createServer({ allowHalfOpen: true }, connected);
  server.on('error', (error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
  server.listen(port);
}

function listenUdp(port: number): void {
  const socket = dgram.createSocket('udp4');
  socket.on('error', (error) => {
    console.error(error.message);
  });
  socket.on('message', (message, from) => {
    const client = address(from.address, from.port);
    const local = address(undefined, port);
    const said = { ...self, client, local, proto: 'udp', data: message.toString().trim() };
    socket.send(`${JSON.stringify(said)}\n`, from.port, from.address);
  });
  socket.bind(port);
}

for (const entry of ECHO_PORTS.split(',')) {
  const [port, kind] = entry.split('/');
  if (kind !== 'udp') listenTcp(Number(port));
  listenUdp(Number(port));
}
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => process.exit(0));
