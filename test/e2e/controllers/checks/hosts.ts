import type { Check } from '../check';
import { expect, same } from '../check';
import { Exposure } from '../../../../lib';

export const hosts: Check = {
  claim: 'hosts',
  what: 'a host, a wildcard host, and none for another',
  expose(stage) {
    const { controller } = stage.props;
    stage.ingress('hosts', {});
    const props = { controller, host: `*.${stage.host('many')}`, port: 'http' } as const;
    stage.expose('hosts-many', Exposure.ingress(props), 'other');
  },
  async ask(client, stage) {
    const said = async (host: string): Promise<string | undefined> => (await client.ask({ host })).said?.say;
    same(await said(stage.host('hosts')), 'main', 'who answers for the host');
    same(await said(`any.${stage.host('many')}`), 'other', 'who answers for the wildcard host');
    for (const host of [stage.host('many'), `a.b.${stage.host('many')}`])
      expect((await said(host)) !== 'other', `the wildcard host takes ${host} too`);
  },
};
