import { isMicroTime, isTime } from '../../lib/kubernetes/times';

test.each([
  '2026-01-31T09:00:00Z',
  '2026-01-31T9:00:00Z',
  '2026-01-31T09:00:00.5+01:00',
  '2026-01-31T09:00:00,123456789123Z',
  '2024-02-29T23:59:59-24:60',
  '0000-01-01T00:00:00Z',
])('%s is a time', (text) => {
  expect(isTime(text)).toBe(true);
});

test.each([
  '',
  '2026-01-31',
  '2026-01-31T09:00:00',
  '2026-01-31 09:00:00Z',
  '2026-1-31T09:00:00Z',
  '2026-13-01T09:00:00Z',
  '2026-02-29T09:00:00Z',
  '1900-02-29T09:00:00Z',
  '2026-04-31T09:00:00Z',
  '2026-01-31T24:00:00Z',
  '2026-01-31T09:60:00Z',
  '2026-01-31T09:00:60Z',
  '2026-01-31T09:00:00.Z',
  '2026-01-31T09:00:00+25:00',
  '2026-01-31T09:00:00+0100',
  '2026-01-31t09:00:00z',
])('%p is none', (text) => {
  expect(isTime(text)).toBe(false);
});

test('a micro time has six digits of a second', () => {
  expect(isMicroTime('2026-01-31T09:00:00.000001Z')).toBe(true);
  expect(isMicroTime('2026-01-31T09:00:00Z')).toBe(false);
  expect(isMicroTime('2026-01-31T09:00:00.00001Z')).toBe(false);
  expect(isMicroTime('2026-01-31T09:00:00.0000001Z')).toBe(false);
});
