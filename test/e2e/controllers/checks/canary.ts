import { Exposure } from '../../../../lib';
import type { Check } from '../check';
import { expect, same } from '../check';
import type { Stage } from '../stage';

/** A Service for each, since a controller may have one rule for all that comes to a canary. */
function next(stage: Stage, name: string): { readonly service: string; readonly port: number } {
  stage.expose(`${name}-next`, Exposure.clusterIp(), 'other');
  return { service: `${name}-next`, port: 8080 };
}

export const canary: Check = {
  claim: 'canary',
  what: 'a fifth of 50 requests, those with the header, those with the cookie',
  expose(stage) {
    stage.ingress(
      'canary-weight',
      // Asked by plain HTTP too, which some would send to HTTPS.
      { canary: { ...next(stage, 'canary-weight'), weight: 20 }, forceHttps: false },
      { tls: { secretName: 'canary-weight-certificate' } },
    );
    stage.ingress('canary-header', {
      canary: { ...next(stage, 'canary-header'), header: { name: 'X-User', value: 'beta (1)' } },
    });
    stage.ingress('canary-cookie', { canary: { ...next(stage, 'canary-cookie'), cookie: 'beta' } });
  },
  async ask(client, stage) {
    for (const tls of [false, true]) {
      const replies = await client.askInTurn(50, { host: stage.host('canary-weight'), tls });
      const share = replies.filter(({ said }) => said?.say === 'other').length;
      same(replies.filter(({ said }) => said !== undefined).length, 50, 'the number of answers');
      expect(share >= 4 && share <= 18, `${share} of 50 went to the other Service`);
    }
    const said = async (name: string, headers: Record<string, string>): Promise<string | undefined> =>
      (await client.ask({ host: stage.host(name), headers })).said?.say;
    same(await said('canary-header', { 'X-User': 'beta (1)' }), 'other', 'who answers with the header');
    same(await said('canary-header', { 'X-User': 'beta 1' }), 'main', 'who answers with another value');
    same(await said('canary-cookie', { Cookie: 'a=b; beta=always' }), 'other', 'who answers with the cookie');
    same(
      await said('canary-cookie', { Cookie: 'alphabeta=always; beta=never' }),
      'main',
      'who answers with other cookies',
    );
  },
};
