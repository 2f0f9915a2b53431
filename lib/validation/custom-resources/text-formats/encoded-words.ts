const encodedWord = /^=\?([^?]+)\?([bq])\?([^?]*)\?=$/i;
const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const quotedPrintable = /^(?:[ -<>-~\t\n\r]|=[0-9a-f]{2})*$/i;

/**
 * Whether a word is encoded (RFC 2047) in a character set that net/mail does not know, which it refuses. A word that is not encoded soundly is
 * taken as it stands (decodeRFC2047Word, mime.WordDecoder).
 */
export function hasUnknownCharset(word: string): boolean {
  const [, charset, encoding = '', content = ''] = encodedWord.exec(word) ?? [];
  if (charset === undefined || /^(?:utf-8|iso-8859-1|us-ascii)$/i.test(charset)) return false;
  return (encoding.toLowerCase() === 'b' ? base64 : quotedPrintable).test(content);
}
