import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import * as net from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { echoProgram } from '../e2e/echo-program';
import type { Answer } from '../e2e/send/answer';
import type { Connection } from '../e2e/send/from-machine';
import { sendFromMachine } from '../e2e/send/from-machine';

let server: ChildProcess;
let port: number;

beforeAll(async () => {
  port = await freePort();
  const env = { ...process.env, ECHO_PORTS: String(port), ECHO_SAY: 'web', POD_NAME: 'web-1' };
  server = spawn(process.execPath, ['-e', echoProgram()], { env, stdio: 'inherit' });
  await answered({ protocol: 'http' });
});

afterAll(() => {
  server.kill();
});

const send = (connection: Pick<Connection, 'protocol' | 'http'>): Promise<Answer> =>
  sendFromMachine({ address: '127.0.0.1', port, seconds: 2, ...connection });

async function answered(connection: Pick<Connection, 'protocol'>): Promise<Answer> {
  for (let i = 0; ; i++) {
    try {
      return await send(connection);
    } catch (error) {
      if (i === 50) throw error;
      await sleep(100);
    }
  }
}

test.each(['http', 'tcp', 'udp'] as const)('%s is answered, and both ends agree on the client', async (protocol) => {
  expect(await send({ protocol })).toEqual({
    pod: 'web-1',
    say: 'web',
    client: '127.0.0.1',
    own: '127.0.0.1',
    port,
  });
});

test('a request by name and path arrives', async () => {
  await expect(send({ protocol: 'http', http: { host: 'shop.example.com', path: '/a' } })).resolves.toBeDefined();
});

test('what is no echo server fails', async () => {
  const stranger = net.createServer((socket) => socket.end('SSH-2.0\r\n'));
  await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
  const { port: other } = stranger.address() as net.AddressInfo;
  const connection = { address: '127.0.0.1', port: other, seconds: 2 };
  await expect(sendFromMachine({ ...connection, protocol: 'tcp' })).rejects.toThrow('not the echo server: SSH-2.0');
  await expect(sendFromMachine({ ...connection, protocol: 'http' })).rejects.toThrow();
  stranger.close();
  await expect(sendFromMachine({ ...connection, protocol: 'udp', seconds: 1 })).rejects.toThrow();
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = net.createServer().listen(0, () => {
      const { port: free } = probe.address() as net.AddressInfo;
      probe.close(() => {
        resolve(free);
      });
    });
  });
}
