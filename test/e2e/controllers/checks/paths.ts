import { Exposure } from '../../../../lib';
import type { Check } from '../check';
import { same } from '../check';

export const paths: Check = {
  claim: 'paths',
  what: 'Prefix ends at an element, the longer one first, Exact before both',
  expose(stage) {
    const { controller } = stage.props;
    const host = stage.host('paths');
    stage.ingress('paths', {});
    const other = Exposure.ingress({
      controller,
      rules: [
        {
          host,
          paths: [
            { path: '/one', port: 'http' },
            { path: '/two', pathType: 'Exact', port: 'http' },
          ],
        },
      ],
    });
    stage.expose('paths-other', other, 'other');
  },
  async ask(client, stage) {
    const asked = {
      '/': 'main',
      '/one': 'other',
      '/one/': 'other',
      '/one/deep': 'other',
      '/onetwo': 'main',
      '/two': 'other',
      '/two/deep': 'main',
    };
    for (const [path, expected] of Object.entries(asked)) {
      const { said } = await client.ask({ host: stage.host('paths'), path });
      same(said?.say, expected, `who answers for ${path}`);
      same(said?.path, path, 'the path');
    }
  },
};
