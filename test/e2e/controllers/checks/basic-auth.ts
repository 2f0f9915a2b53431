import { createHash } from 'node:crypto';
import type { Check } from '../check';
import { expect, same } from '../check';

const credentials = (password: string): { Authorization: string } => ({
  Authorization: `Basic ${Buffer.from(`ann:${password}`).toString('base64')}`,
});

export const basicAuth: Check = {
  claim: 'basicAuth',
  what: '401 with the realm, 401 with a wrong password, and 200 with the right one',
  expose(stage) {
    const hash = createHash('sha1').update('open sesame').digest('base64');
    stage.object('Secret', 'staff', { stringData: { [stage.props.usersKey]: `ann:{SHA}${hash}\n` } });
    stage.ingress('staff', { basicAuth: { secretName: 'staff', realm: 'Staff only' } });
  },
  async ask(client, stage) {
    const host = stage.host('staff');
    const nobody = await client.ask({ host });
    same(nobody.status, 401, 'the status without a password');
    expect(
      /realm="Staff only"/.test(nobody.headers['www-authenticate'] ?? ''),
      `the realm is ${nobody.headers['www-authenticate'] ?? 'not told'}`,
    );
    same((await client.ask({ host, headers: credentials('guess') })).status, 401, 'the status with a wrong password');
    same(
      (await client.ask({ host, headers: credentials('open sesame') })).status,
      200,
      'the status with the right one',
    );
  },
};
