import type { Check } from '../check';
import { same } from '../check';

export const externalAuth: Check = {
  claim: 'externalAuth',
  what: 'asked of another service, whose header reaches the pod and cannot be made up',
  expose(stage) {
    const { namespace } = stage;
    const url = `http://main.${namespace}.svc.cluster.local:8080/auth`;
    stage.ingress('asked', { externalAuth: { url, responseHeaders: ['X-User'] } });
  },
  async ask(client, stage) {
    const host = stage.host('asked');
    same((await client.ask({ host })).status, 401, 'the status without a token');
    const headers = { 'X-Token': 'let-me-in', 'X-User': 'root' };
    const { status, said } = await client.ask({ host, headers });
    same(status, 200, 'the status with a token');
    same(said?.headers['x-user'], 'ann', 'the user that the pod is told');
  },
};
