import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApiServer } from '../../../scripts/conformance/api-server';
import { Judge } from '../../../scripts/conformance/verdict';

/** Requests that the fake server saw, and its answers to creations, by the name of the object. */
const seen: string[] = [];
const answers: Record<string, { code: number; body: object; warning?: string }> = {
  good: { code: 201, body: { metadata: { name: 'good' } } },
  held: {
    code: 201,
    body: { metadata: { name: 'held', finalizers: ['a/b'] } },
    warning: '299 - "one \\"quoted\\"",299 - "two"',
  },
  bad: { code: 422, body: { details: { causes: [{ reason: 'FieldValueInvalid', field: 'spec.a', message: 'm' }] } } },
  undecodable: { code: 400, body: { message: 'strict decoding error' } },
  taken: {
    code: 422,
    body: { details: { causes: [{ field: 'spec.ports[0].nodePort', message: 'provided port is already allocated' }] } },
  },
  stumbled: {
    code: 422,
    body: {
      details: { causes: [{ reason: 'FieldValueInvalid', field: 'spec.clusterIPs', message: 'failed to allocate' }] },
    },
  },
  forbidden: { code: 403, body: { message: 'no' } },
};

let server: Server;
let judge: Judge;
let api: ApiServer;

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      seen.push(`${request.method ?? ''} ${request.url ?? ''}`);
      if (request.url === '/api/v1') {
        const resources = [
          { name: 'pods', kind: 'Pod', namespaced: true },
          { name: 'services', kind: 'Service', namespaced: true },
        ];
        response.end(JSON.stringify({ resources }));
        return;
      }
      const name = body === '' ? '' : ((JSON.parse(body) as { metadata: { name?: string } }).metadata.name ?? '');
      if (name === 'panic') return void request.socket.destroy();
      const answer = answers[name] ?? { code: 200, body: {} };
      response.writeHead(answer.code, answer.warning === undefined ? {} : { warning: answer.warning });
      response.end(JSON.stringify(answer.body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  api = new ApiServer({ server: url, ca: undefined, cert: undefined, key: undefined, token: 't', insecure: false });
  judge = new Judge(api, 'default');
});

afterAll(() => {
  api.close();
  server.close();
});

const ask = (kind: string, name: string) => judge.ask({ apiVersion: 'v1', kind, metadata: { name } });

it('only tries a pod', async () => {
  expect(await ask('Pod', 'good')).toEqual({ verdict: 'accept', errors: [], warnings: [] });
  expect(seen.at(-1)).toBe('POST /api/v1/namespaces/default/pods?dryRun=All&fieldValidation=Strict');
});

it('creates a Service, since a dry run leaves the node ports unchecked, and deletes it', async () => {
  const { verdict, warnings } = await ask('Service', 'held');
  expect({ verdict, warnings }).toEqual({ verdict: 'accept', warnings: ['one "quoted"', 'two'] });
  expect(seen.slice(-3).map((line) => line.split('?')[0])).toEqual([
    'POST /api/v1/namespaces/default/services',
    'PATCH /api/v1/namespaces/default/services/held',
    'DELETE /api/v1/namespaces/default/services/held',
  ]);
});

it.each([
  ['bad', 'reject', 'FieldValueInvalid'],
  ['undecodable', 'reject', 'Decode'],
  ['stumbled', 'reject', 'Allocator'],
  ['taken', 'state', ''],
  ['forbidden', 'state', 'Other'],
])('reads the answer %s', async (name, verdict, type) => {
  expect(await ask('Pod', name)).toMatchObject({ verdict, errors: [{ type }] });
});

it('takes a server that panics for one that fails, and goes on', async () => {
  await ask('Pod', 'good');
  expect(await ask('Pod', 'panic')).toMatchObject({ verdict: 'state' });
  expect(await ask('Pod', 'good')).toMatchObject({ verdict: 'accept' });
});

it('asks in the namespace that the manifest names', async () => {
  await judge.ask({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'good', namespace: 'a/b' } });
  expect(seen.at(-1)).toContain('/namespaces/a%2Fb/pods');
});

it('knows what the server does not serve', async () => {
  expect(await ask('Gadget', 'good')).toMatchObject({ verdict: 'reject', errors: [{ type: 'NoMatch' }] });
  expect(await judge.ask({ kind: 'Pod' })).toMatchObject({ verdict: 'reject', errors: [{ type: 'NoMatch' }] });
});
