/** Bytes as they may stand in a manifest: base64, or a list of numbers, which Go reads as well. */
export type ByteValue = string | readonly (number | null | undefined)[];

/** How many bytes a value stands for; the line ends in base64 do not count. */
export function decodedLength(value: ByteValue): number {
  if (typeof value !== 'string') return value.length;
  return Buffer.byteLength(value.replaceAll(/[\r\n]/g, ''), 'base64');
}

/** The bytes of a value, read as text. */
export function decodedText(value: ByteValue): string {
  return (typeof value === 'string' ? Buffer.from(value, 'base64') : Buffer.from(value.map(Number))).toString();
}
