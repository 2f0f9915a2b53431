const unitNanoseconds: Readonly<Record<string, bigint>> = {
  ns: 1n,
  us: 1_000n,
  µs: 1_000n,
  μs: 1_000n,
  ms: 1_000_000n,
  s: 1_000_000_000n,
  m: 60_000_000_000n,
  h: 3_600_000_000_000n,
};

const largest = 2n ** 63n - 1n;

/** Longer numbers are too large whatever their unit, and longer fractions make no difference. */
const mostDigits = 19;

/** Whether Go's time.ParseDuration reads the text: numbers with units, `1h30m` or `-1.5s`, which do not add up to more than 292 years. */
export function isGoDuration(text: string): boolean {
  const amount = text.replace(/^[+-]/, '');
  if (amount === '0') return true;
  if (!/^(?:(?:\d+(?:\.\d*)?|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+$/.test(amount)) return false;
  let total = 0n;
  for (const [, whole = '', fraction = '', unit = ''] of amount.matchAll(/(\d*)\.?(\d*)([^\d.]+)/g)) {
    const digits = whole.replace(/^0+/, '');
    if (digits.length > mostDigits) return false;
    const parts = fraction.slice(0, mostDigits);
    const nanoseconds = unitNanoseconds[unit] ?? 1n;
    total += BigInt(digits) * nanoseconds + (BigInt(parts) * nanoseconds) / 10n ** BigInt(parts.length);
  }
  return total <= largest || (text.startsWith('-') && total === largest + 1n);
}
