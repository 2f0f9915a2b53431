import type { Check } from '../check';
import { same } from '../check';

export const stripPrefix: Check = {
  claim: 'stripPrefix',
  what: '/api/a/b?c comes in as /a/b?c, and /apis/a as it is',
  expose(stage) {
    const host = stage.host('strip');
    stage.ingress(
      'strip',
      { stripPrefix: true },
      { rules: [{ host: stage.host('strip-one'), paths: [{ path: '/api', port: 'http' }] }] },
    );
    const both = [{ port: 'http' as const }, { path: '/api', port: 'http' as const }];
    stage.ingress('strip-both', { stripPrefix: true }, { rules: [{ host, paths: both }] });
  },
  async ask(client, stage) {
    const comesInAs = async (host: string, path: string): Promise<string | undefined> =>
      (await client.ask({ host, path })).said?.path;
    same(await comesInAs(stage.host('strip-one'), '/api/a/b?c=d'), '/a/b?c=d', 'the path');
    same(await comesInAs(stage.host('strip-one'), '/api'), '/', 'the path of the prefix itself');
    same(await comesInAs(stage.host('strip'), '/api/a'), '/a', 'the path beside /');
    same(await comesInAs(stage.host('strip'), '/apis/a'), '/apis/a', 'a path that begins with the same letters');
  },
};
