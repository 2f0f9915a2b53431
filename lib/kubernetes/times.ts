const form = /^(\d{4})-(\d\d)-(\d\d)T(\d{1,2}):(\d\d):(\d\d)([.,]\d+)?(?:Z|[+-](\d\d):(\d\d))$/;

/** Whether Go's `time.Parse(time.RFC3339, text)` reads it: metav1.Time. */
export function isTime(text: string): boolean {
  const parts = form.exec(text);
  return parts !== null && isOnTheCalendar(parts);
}

/** metav1.MicroTime: exactly six digits of a second. */
export function isMicroTime(text: string): boolean {
  const parts = form.exec(text);
  return parts?.[7]?.length === 7 && isOnTheCalendar(parts);
}

function isOnTheCalendar(parts: RegExpExecArray): boolean {
  const [year, month, day, hour, minute, second] = parts.slice(1, 7).map(Number) as [
    ...[number, number, number, number, number, number],
  ];
  if (month < 1 || month > 12 || day < 1 || day > daysOf(year, month)) return false;
  if (hour > 23 || minute > 59 || second > 59) return false;
  // Go lets a zone be 24 hours or 60 minutes off
  return Number(parts[8] ?? 0) <= 24 && Number(parts[9] ?? 0) <= 60;
}

function daysOf(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
