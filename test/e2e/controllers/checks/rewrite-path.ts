import type { Check } from '../check';
import { same } from '../check';

export const rewritePath: Check = {
  claim: 'rewritePath',
  what: '/api/a/b comes in as /v2/a/b',
  expose(stage) {
    stage.ingress(
      'rewrite',
      { rewritePath: '/v2' },
      { rules: [{ host: stage.host('rewrite'), paths: [{ path: '/api', port: 'http' }] }] },
    );
    stage.ingress('rewrite-all', { rewritePath: '/base/' });
  },
  async ask(client, stage) {
    const comesInAs = async (name: string, path: string): Promise<string | undefined> =>
      (await client.ask({ host: stage.host(name), path })).said?.path;
    same(await comesInAs('rewrite', '/api/a/b?c=d'), '/v2/a/b?c=d', 'the path');
    same(await comesInAs('rewrite-all', '/a%20b/c'), '/base/a%20b/c', 'the path below /');
  },
};
