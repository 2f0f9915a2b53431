import { gunzipSync } from 'node:zlib';
import type { Check } from '../check';
import { expect, same } from '../check';

export const compression: Check = {
  claim: 'compression',
  what: 'gzip for who takes it, and nothing for who does not',
  expose(stage) {
    stage.ingress('compressed', { compression: true });
  },
  async ask(client, stage) {
    const question = { host: stage.host('compressed'), path: '/?bytes=20000' };
    const { headers, body } = await client.ask({ ...question, headers: { 'Accept-Encoding': 'gzip' } });
    same(headers['content-encoding'], 'gzip', 'Content-Encoding');
    expect(body.length < 5000, `the answer has ${body.length} bytes`);
    expect(gunzipSync(body).toString().includes('"say":"main"'), 'the answer is not the pod’s');
    const plain = await client.ask(question);
    same(plain.headers['content-encoding'], undefined, 'Content-Encoding without Accept-Encoding');
  },
};
