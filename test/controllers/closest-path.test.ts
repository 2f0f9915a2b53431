import * as fc from 'fast-check';
import { controllers } from '../../lib/controllers';
import type { RoutePath } from '../../lib/controllers/dialect';
import { host, writing } from './writing';

/** Where a path leads is told by the number of its port. */
type Led = Pick<RoutePath, 'path' | 'pathType'>;

const element = fc.constantFrom('a', 'aa', 'b', 'c.d');
const path = fc.array(element, { maxLength: 3 }).map((elements) => `/${elements.join('/')}`);
const paths = fc.uniqueArray(fc.record<Led>({ path, pathType: fc.constantFrom('Exact', 'Prefix') }), {
  selector: (one) => `${one.path} ${one.pathType}`,
  minLength: 1,
  maxLength: 6,
});

const withPorts = (led: readonly Led[]): readonly RoutePath[] =>
  led.map((one, i) => ({
    ...one,
    backend: { service: { name: 'web', type: 'ClusterIP', port: { name: `p${i}`, number: i + 1 } } },
  }));

/** What the Ingress API says: the longest path that fits by whole elements, and the exact one of two alike. */
function expected(led: readonly Led[], asked: string): number | undefined {
  const fits = ({ path: own, pathType }: Led): boolean =>
    asked === own || (pathType === 'Prefix' && (own === '/' || asked.startsWith(`${own}/`)));
  const rank = (one: Led): number => one.path.length * 2 + (one.pathType === 'Exact' ? 1 : 0);
  const [closest] = led.filter(fits).sort((a, b) => rank(b) - rank(a));
  return closest === undefined ? undefined : led.indexOf(closest) + 1;
}

interface HttpRoute {
  readonly match: readonly { readonly uri: { readonly exact?: string; readonly prefix?: string } }[];
  readonly route: readonly [{ readonly destination: { readonly port: { readonly number: number } } }];
}

describe('the first path that fits is the closest one', () => {
  test('of a VirtualService', () => {
    const write = writing(controllers.istio);
    fc.assert(
      fc.property(paths, path, (led, asked) => {
        const { others } = write({ timeouts: { readSeconds: 1 } }, { rules: [{ host, paths: withPorts(led) }] });
        const { http } = others['VirtualService web'] as { http: readonly HttpRoute[] };
        const first = http.find(({ match }) =>
          match.some(({ uri }) => uri.exact === asked || (uri.prefix !== undefined && asked.startsWith(uri.prefix))),
        );
        expect(first?.route[0].destination.port.number).toBe(expected(led, asked));
      }),
    );
  });

  test('of an Application Gateway', () => {
    const write = writing(controllers['azure-application-gateway']);
    fc.assert(
      fc.property(paths, path, (led, asked) => {
        // The gateway takes the Exact path / for everything, which is refused.
        fc.pre(!led.some((one) => one.path === '/' && one.pathType === 'Exact'));
        const written = write({}, { rules: [{ host, paths: withPorts(led) }] }).paths.map((line) => line.split(' '));
        const first = written.find(([place = '']) => {
          const pattern = place.slice(host.length);
          return (
            pattern === asked || pattern === '/' || (pattern.endsWith('/*') && asked.startsWith(pattern.slice(0, -1)))
          );
        });
        const port = first?.[2]?.replace('web:p', '');
        expect(port === undefined ? undefined : Number(port) + 1).toBe(expected(led, asked));
      }),
    );
  });
});
