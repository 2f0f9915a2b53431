import fc from 'fast-check';
import { matchesOf } from '../../../lib/graph/routes/traefik-match';
import { parseTraefikRule, RuleSyntaxError } from '../../../lib/graph/routes/traefik-rule';

test.each([
  ['Host(`a.example.com`)', [{ host: 'a.example.com', conditional: false }]],
  ['HOST("a.example.com")', [{ host: 'a.example.com', conditional: false }]],
  ['HostSNI(`*`)', [{ host: '', conditional: false }]],
  ['Host(`a`) && PathPrefix(`/x`)', [{ host: 'a', path: '/x', pathType: 'Prefix', conditional: false }]],
  ['Path(`/x`) && Host(`a`)', [{ host: 'a', path: '/x', pathType: 'Exact', conditional: false }]],
  ['Host(`a`) && !PathPrefix(`/x`)', [{ host: 'a', conditional: true }]],
  ['Host(`a`) && Method(`GET`)', [{ host: 'a', conditional: true }]],
  ['Host(`a`, `b`)', [{ host: 'a' }, { host: 'b' }]],
  [
    'Host(`a`) && (Path(`/x`) || PathPrefix(`/x/`))',
    [
      { host: 'a', path: '/x' },
      { host: 'a', path: '/x/' },
    ],
  ],
  [
    '(Host(`a`) || Host(`b`)) && Path(`/x`)',
    [
      { host: 'a', path: '/x' },
      { host: 'b', path: '/x' },
    ],
  ],
  // `&&` binds more tightly than `||`.
  [
    'Host(`a`) || Host(`b`) && Path(`/x`)',
    [
      { host: 'a', path: undefined },
      { host: 'b', path: '/x' },
    ],
  ],
])('%s', (rule, matches) => {
  expect(matchesOf(rule)).toEqual(matches.map((match) => expect.objectContaining(match) as unknown));
});

test.each([
  ['', 'is empty'],
  ['Host(`a`', "lacks a ')'"],
  ['Host(a)', "has 'a' in Host() where a text in backticks belongs"],
  ['Host(`a`) & Path(`/`)', "cannot be read from '& Path(`/`)' on"],
  ['Host(`a`) Path(`/`)', "has 'Path' where '&&' or '||' belongs"],
  ['Host(`a`) &&', 'ends too early'],
  ["Host('a')", "cannot be read from ''a')' on"],
])('%s is no rule', (rule, message) => {
  expect(() => parseTraefikRule(rule)).toThrow(new RuleSyntaxError(message));
  expect(matchesOf(rule)).toEqual([expect.objectContaining({ host: '', conditional: true })]);
});

test('a rule of many alternatives is not multiplied without end', () => {
  const many = `(${Array.from({ length: 40 }, (_, index) => `Host(\`${index}\`)`).join(' || ')})`;
  expect(matchesOf([many, many, many, many].join(' && '))).toEqual([expect.objectContaining({ conditional: true })]);
});

const leaf = fc.constantFrom('Host(`a`)', 'Path(`/x`)', 'Method(`GET`)', '!ClientIP(`10.0.0.1`)');

test('whatever is joined by the operators can be read, with or without blanks', () => {
  const rule = fc.letrec<{ rule: string }>((tie) => ({
    rule: fc.oneof(
      { maxDepth: 4 },
      leaf,
      fc.tuple(tie('rule'), fc.constantFrom('&&', ' && ', '||', ' || '), tie('rule')).map((parts) => parts.join('')),
      tie('rule').map((inner) => `(${inner})`),
    ),
  })).rule;
  fc.assert(
    fc.property(rule, (text) => {
      expect(() => parseTraefikRule(text)).not.toThrow();
      expect(matchesOf(text).length).toBeGreaterThan(0);
    }),
  );
});

test('a rule longer than anyone writes is not read', () => {
  expect(matchesOf(Array.from({ length: 100_000 }, () => 'Host(`a`)').join('&&'))).toHaveLength(1);
});

test('nothing else throws than what says so', () => {
  fc.assert(fc.property(fc.string(), (text) => matchesOf(text).length >= 0));
});
