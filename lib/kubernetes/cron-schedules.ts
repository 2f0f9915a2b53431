import { isGoDuration } from './durations';
import { isTimeZone } from './time-zones';

interface CronField {
  readonly name: string;
  readonly least: number;
  readonly most: number;
  /** Names of numbers, the first of which stands for `least`. */
  readonly names: readonly string[];
}

const fields: readonly CronField[] = [
  { name: 'minute', least: 0, most: 59, names: [] },
  { name: 'hour', least: 0, most: 23, names: [] },
  { name: 'day of month', least: 1, most: 31, names: [] },
  {
    name: 'month',
    least: 1,
    most: 12,
    names: ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'],
  },
  { name: 'day of week', least: 0, most: 6, names: ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] },
];

const descriptors: readonly string[] = [
  '@yearly',
  '@annually',
  '@monthly',
  '@weekly',
  '@daily',
  '@midnight',
  '@hourly',
];
const every = '@every ';

/** What Go takes for white space between fields. */
const spaces = /[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/;

/**
 * What is wrong with the schedule of a CronJob, as github.com/robfig/cron/v3 reads it (ParseStandard): its oddities are part of the API.
 *
 * @returns undefined where it is sound
 */
export function cronScheduleProblem(schedule: string): string | undefined {
  const zone = /^(?:CRON_)?TZ=([^ ]*)( ?)/.exec(schedule);
  if (zone === null) return timesProblem(schedule);
  const [start, name = '', space] = zone;
  if (space === '') return 'the time zone is followed by a space';
  if (name !== '' && name !== 'Local' && !isTimeZone(name)) return `'${name}' is no time zone`;
  return timesProblem(schedule.slice(start.length).trim());
}

function timesProblem(times: string): string | undefined {
  if (times.startsWith('@')) return descriptorProblem(times);
  const texts = times.split(spaces).filter((text) => text !== '');
  if (texts.length !== fields.length) return `a schedule has ${fields.length} fields, not ${texts.length}`;
  for (const [position, field] of fields.entries()) {
    const problem = fieldProblem(texts[position] ?? '', field);
    if (problem !== undefined) return `${field.name}: ${problem}`;
  }
  return undefined;
}

function descriptorProblem(text: string): string | undefined {
  if (descriptors.includes(text)) return undefined;
  if (!text.startsWith(every)) return `a descriptor is one of ${descriptors.join(', ')}, or '@every' and a duration`;
  return isGoDuration(text.slice(every.length)) ? undefined : "'@every' is followed by a duration, such as '1h30m'";
}

/** A list of ranges with commas between them; empty ones are passed over. */
function fieldProblem(text: string, field: CronField): string | undefined {
  for (const range of text.split(',')) {
    const problem = range === '' ? undefined : rangeProblem(range, field);
    if (problem !== undefined) return `'${range}' ${problem}`;
  }
  return undefined;
}

/** `number`, `number-number`, `*` or `?`, each with an optional `/step`. */
function rangeProblem(text: string, field: CronField): string | undefined {
  const [range = '', stepText, ...more] = text.split('/');
  if (more.length > 0) return "has more than one '/'";
  const [low = '', high, ...others] = range.split('-');
  const isAll = low === '*' || low === '?';
  if (others.length > 0 && !isAll) return "has more than one '-'";
  const step = stepText === undefined ? 1 : readNumber(stepText);
  const start = isAll ? field.least : readNumberOrName(low, field);
  // `N/step` runs to the end; what follows `*-` is not read
  const runsToEnd = isAll || (high === undefined && stepText !== undefined);
  const end = runsToEnd ? field.most : readNumberOrName(high ?? low, field);
  if (start === undefined || end === undefined || step === undefined) return 'is no range of numbers';
  if (start < field.least || end > field.most) return `must lie between ${field.least} and ${field.most}`;
  if (start > end) return 'begins after its end';
  return step === 0 ? 'must have a step of at least 1' : undefined;
}

function readNumberOrName(text: string, field: CronField): number | undefined {
  const position = field.names.indexOf(text.toLowerCase());
  return position < 0 ? readNumber(text) : position + field.least;
}

const largestInt64 = 2n ** 63n - 1n;

/** strconv.Atoi, of what is not negative. */
function readNumber(text: string): number | undefined {
  const digits = /^\+?0*(\d{1,19})$/.exec(text)?.[1];
  return digits === undefined || BigInt(digits) > largestInt64 ? undefined : Number(digits);
}
