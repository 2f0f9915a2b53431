import { cronScheduleProblem } from '../../lib/kubernetes/cron-schedules';
import { isGoDuration } from '../../lib/kubernetes/durations';

describe('Schedules that the cron library reads', () => {
  test.each([
    '* * * * *',
    '*/5 0-23/2 1,15 jan-DEC ?',
    ' 0  0\t* * SUN ',
    '0 0 * * 6',
    '5/15 * * * *',
    '0-59 * * * *',
    '+5 * * * *',
    '007 * * * *',
    '@hourly',
    '@midnight',
    '@every 1h30m',
    '@every 0',
    '@every -1.5s',
    // its oddities: empty lists, and what follows an asterisk
    ', * * * *',
    '1,,2 * * * *',
    '*-99 * * * *',
    '*-1-2/3 * * * *',
    '*/9223372036854775807 * * * *',
    'TZ=Europe/Berlin 0 0 * * *',
    'CRON_TZ=Local @daily',
    'TZ= 0 0 * * *',
  ])('%s', (schedule) => {
    expect(cronScheduleProblem(schedule)).toBeUndefined();
  });
});

describe('Schedules that it does not read', () => {
  test.each([
    ['* * * *', '5 fields, not 4'],
    ['0 * * * * *', '5 fields, not 6'],
    ['60 * * * *', 'minute'],
    ['* 24 * * *', 'hour'],
    ['* * 0 * *', 'day of month'],
    ['* * * 13 *', 'month'],
    ['* * * * 7', 'day of week'],
    ['* * * sun *', 'month'],
    ['5-1 * * * *', 'begins after its end'],
    ['*/0 * * * *', 'step'],
    ['1-2-3 * * * *', "more than one '-'"],
    ['1/2/3 * * * *', "more than one '/'"],
    ['-5 * * * *', 'no range'],
    ['1- * * * *', 'no range'],
    ['-0 * * * *', 'no range'],
    ['*/9223372036854775808 * * * *', 'no range'],
    ['@Daily', 'descriptor'],
    ['@every', 'descriptor'],
    ['@every 1d', 'duration'],
    ['TZ=UTC', 'followed by a space'],
    ['TZ=Atlantis 0 0 * * *', 'no time zone'],
    ['CRON_TZ=UTC 0 0 * *', '5 fields, not 4'],
  ])('%s', (schedule, problem) => {
    expect(cronScheduleProblem(schedule)).toContain(problem);
  });
});

describe('Durations as Go reads them', () => {
  test.each([
    '0',
    '-0',
    '1h',
    '1h2m3s4ms5us6µs7ns',
    '.5s',
    '1.s',
    '+1m',
    '2562047h47m16.854775807s',
    '-9223372036854775808ns',
  ])('%s', (text) => {
    expect(isGoDuration(text)).toBe(true);
  });
  test.each([
    '',
    '1',
    's',
    '.s',
    '1 h',
    '1d',
    '1H',
    '9223372036854775808ns',
    '2562048h',
    `${'9'.repeat(1000)}s`,
    '1h-1m',
  ])('not %s', (text) => {
    expect(isGoDuration(text)).toBe(false);
  });
  // By its length squared, this would not end.
  test('ends with any text, however long', () => {
    expect(isGoDuration('1'.repeat(1_000_000))).toBe(false);
    expect(cronScheduleProblem(`${'1'.repeat(1_000_000)} * * * *`)).toBeDefined();
  });
});
