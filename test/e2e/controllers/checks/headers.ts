import type { Check } from '../check';
import { same } from '../check';

export const headers: Check = {
  claim: 'headers',
  members: ['setRequest', 'removeRequest', 'removeResponse'],
  what: 'set and taken away, on requests and on answers',
  expose(stage) {
    stage.ingress('headers', {
      headers: {
        setRequest: { 'X-Stage': 'a "b" $1 `c` {d}' },
        removeRequest: ['X-Secret'],
        setResponse: { 'X-Frame-Options': 'DENY' },
        removeResponse: ['X-Powered-By'],
      },
    });
  },
  async ask(client, stage) {
    const question = { host: stage.host('headers'), headers: { 'X-Secret': 'a', 'X-Stage': 'theirs' } };
    const { said, headers: answered } = await client.ask(question);
    same(said?.headers['x-stage'], 'a "b" $1 `c` {d}', 'the header that is set');
    same(said?.headers['x-secret'], undefined, 'the header that is taken away');
    same(answered['x-frame-options'], 'DENY', 'the header of the answer that is set');
    same(answered['x-powered-by'], undefined, 'the header of the answer that is taken away');
  },
};

export const responseHeaders: Check = {
  claim: 'headers',
  members: ['setResponse'],
  what: 'set on answers, whatever the pod says, and whatever stands in it',
  expose(stage) {
    const setResponse = { 'X-Powered-By': 'shop', 'X-Stage': 'a "b" $1 `c` {d};' };
    stage.ingress('response-headers', { headers: { setResponse } });
  },
  async ask(client, stage) {
    const { said, headers: answered } = await client.ask({ host: stage.host('response-headers') });
    same(said?.say, 'main', 'who answers');
    same(answered['x-powered-by'], 'shop', 'the header that the pod sets, too');
    same(answered['x-stage'], 'a "b" $1 `c` {d};', 'the header with unusual signs');
  },
};
