/** White space and dashes may stand anywhere in an ISBN (whiteSpacesAndMinus of govalidator). */
const separators = /[ \t\n\f\r-]+/g;

/** govalidator.IsISBN10 */
export function isIsbn10(text: string): boolean {
  const signs = text.replaceAll(separators, '');
  if (!/^\d{9}[\dX]$/.test(signs)) return false;
  const sum = Array.from(signs, (sign) => (sign === 'X' ? 10 : Number(sign))).reduce(
    (total, value, at) => total + (at + 1) * value,
    0,
  );
  return sum % 11 === 0;
}

/** govalidator.IsISBN13 */
export function isIsbn13(text: string): boolean {
  const digits = text.replaceAll(separators, '');
  if (!/^\d{13}$/.test(digits)) return false;
  const sum = Array.from(digits, Number).reduce((total, digit, at) => total + (at % 2 === 0 ? 1 : 3) * digit, 0);
  return sum % 10 === 0;
}

/** The beginnings of the numbers that are known, and how many digits follow. */
const cards =
  /^(?:4(?:\d{12}|\d{15})|5[1-5]\d{14}|6(?:011|5\d\d)\d{12}|3[47]\d{13}|3(?:0[0-5]|[68]\d)\d{11}|(?:2131|1800|35\d{3})\d{11})$/;

/** govalidator.IsCreditCard: whatever is no digit is passed over, and the digits add up as Luhn has it. */
export function isCreditCard(text: string): boolean {
  const digits = text.replaceAll(/[^0-9]/g, '');
  if (!cards.test(digits)) return false;
  const sum = Array.from(digits, Number)
    .reverse()
    .reduce((total, digit, at) => total + weighted(digit, at), 0);
  return sum % 10 === 0;
}

function weighted(digit: number, at: number): number {
  if (at % 2 === 0) return digit;
  return digit < 5 ? digit * 2 : digit * 2 - 9;
}
