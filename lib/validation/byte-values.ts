/** How many bytes a base64 text stands for; the line ends in it do not count. */
export function decodedLength(base64: string): number {
  return Buffer.byteLength(base64.replaceAll(/[\r\n]/g, ''), 'base64');
}
