import { isGoDuration } from '../../../kubernetes/durations';
import { isTime } from '../../../kubernetes/times';

/** IsDate of strfmt */
export function isDate(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && isTime(`${text}T00:00:00Z`);
}

const timeOfDay = /^(\d\d):(\d\d):(\d\d)(?:[^\n]\d+)?(?:z|[+-]\d\d:\d\d)$/u;

/** IsDateTime of strfmt: any sign may stand before a fraction, any zone goes, and so does what follows a second `T`. */
export function isDateTime(text: string): boolean {
  const [date = '', time = ''] = text.toLowerCase().split('t');
  const parts = timeOfDay.exec(time);
  if (parts === null || !isDate(date)) return false;
  const [hour, minute, second] = parts.slice(1, 4).map(Number) as [number, number, number];
  return hour <= 23 && minute <= 59 && second <= 59;
}

/** The short names of units, and what the long ones begin with (timeUnits of strfmt). */
const unit = /^(?:ns|us|µs|ms|s|m|h|hr|d|w|wk|(?:nano|micro|milli|sec|min|hour|day|week).*)$/;
const largest = 2n ** 63n - 1n;

/** ParseDuration of strfmt: a duration of Go, or any text that has a number with a unit in it, such as `3 weeks`. */
export function isDuration(text: string): boolean {
  if (isGoDuration(text)) return true;
  const amounts = [...text.matchAll(/(\d+)[ \t\n\f\r]*([A-Za-zµ]+)/g)];
  if (amounts.some(([, digits = '']) => BigInt(digits) > largest)) return false;
  return amounts.some(([, , name = '']) => unit.test(name.toLowerCase()));
}
