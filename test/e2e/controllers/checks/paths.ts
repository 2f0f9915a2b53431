import { Exposure } from '../../../../lib';
import type { Check } from '../check';
import { expect, same } from '../check';

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

export const pathsWithOption: Check = {
  claim: 'headers',
  what: 'paths beside an option match as they do without',
  expose(stage) {
    const host = stage.host('paths-option');
    const paths = [
      { path: '/one', port: 'http' as const },
      { path: '/two', pathType: 'Exact' as const, port: 'http' as const },
    ];
    const options = { headers: { setResponse: { 'X-Stage': 'paths' } } };
    stage.expose(
      'paths-option',
      Exposure.ingress({ controller: stage.props.controller, rules: [{ host, paths }], options }),
      'other',
    );
  },
  async ask(client, stage) {
    const asked = {
      '/one': true,
      '/one/deep?a': true,
      '/onetwo': false,
      '/two?a': true,
      '/two/deep': false,
      '/': false,
    };
    for (const [path, served] of Object.entries(asked)) {
      const { said, headers } = await client.ask({ host: stage.host('paths-option'), path });
      if (served) {
        same(said?.say, 'other', `who answers for ${path}`);
        same(said?.path, path, 'the path');
        same(headers['x-stage'], 'paths', `the header for ${path}`);
      } else expect(said?.say !== 'other', `${path} is served too`);
    }
  },
};
