import { readOptions, UsageError } from '../e2e/options';
import { optionsOf } from './facts';

test('a cluster is never taken by chance', () => {
  expect(() => readOptions([])).toThrow(UsageError);
  expect(() => readOptions(['--context', ''])).toThrow('--context NAME');
  expect(optionsOf().context).toBe('test');
});

test.each([
  ['--nonsense'],
  ['--node-address', 'n1'],
  ['--node-address-type', 'Hostname'],
  ['--timeout', '0'],
  ['--ingress-port', '70000'],
])('%s is refused', (...args) => {
  expect(() => optionsOf(...args)).toThrow(UsageError);
});

test('what may be repeated is collected', () => {
  const options = optionsOf('--set', 'a', '--set', 'b', '--node-address', 'n1=192.0.2.1', '--skip', 'Ingress');
  expect(options.sets).toEqual(['a', 'b']);
  expect(options.nodeAddresses).toEqual({ n1: '192.0.2.1' });
  expect(options.skip).toEqual(['ingress']);
  expect(readOptions(['--help'])).toBe('help');
});
