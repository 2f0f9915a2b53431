import { dns1123LabelProblems, dns1123SubdomainProblems } from '../../../kubernetes/names';
import type { StructuralSchema } from '../definition';
import { isCidr, isHostname, isIpv4, isIpv6, isMac } from './addresses';
import { isCreditCard, isIsbn10, isIsbn13 } from './check-digits';
import { isEmail } from './email';
import { isDate, isDateTime, isDuration } from './times';
import { isRequestUri } from './uri';

/** Whether a text has the form that a format asks for, by the name of the format. */
export type TextFormats = Readonly<Record<string, (text: string) => boolean>>;

const byte = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=|[A-Za-z0-9+/]{4})$/;
const channel = '[ \\t\\n\\f\\r]*(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)[ \\t\\n\\f\\r]*';

/** supportedVersionedFormats of apiextensions, as strfmt of kube-openapi reads them. */
export const textFormats = {
  bsonobjectid: matcher(/^[0-9a-f]{24}$/i),
  uri: isRequestUri,
  email: isEmail,
  hostname: isHostname,
  ipv4: isIpv4,
  ipv6: isIpv6,
  cidr: isCidr,
  mac: isMac,
  uuid: uuidOf('[0-9a-f]', '[0-9a-f]'),
  uuid3: uuidOf('3', '[0-9a-f]'),
  uuid4: uuidOf('4', '[89ab]'),
  uuid5: uuidOf('5', '[89ab]'),
  isbn: (text) => isIsbn10(text) || isIsbn13(text),
  isbn10: isIsbn10,
  isbn13: isIsbn13,
  creditcard: isCreditCard,
  // The server asks for eleven characters, so neither separator can be left out.
  ssn: matcher(/^\d{3}[- ]\d\d[- ]\d{4}$/),
  hexcolor: matcher(/^#?(?:[0-9a-f]{3}){1,2}$/i),
  rgbcolor: matcher(new RegExp(`^rgb\\(${channel},${channel},${channel}\\)$`)),
  byte: matcher(byte),
  date: isDate,
  duration: isDuration,
  'date-time': isDateTime,
} satisfies TextFormats;

const formatsWithNames: TextFormats = {
  ...textFormats,
  'k8s-short-name': (text) => dns1123LabelProblems(text).length === 0,
  'k8s-long-name': (text) => dns1123SubdomainProblems(text).length === 0,
};

/** The formats that a server of a minor release knows: the names of Kubernetes are among them since 1.34. */
export function textFormatsOf(minor: number): TextFormats {
  return minor >= 34 ? formatsWithNames : textFormats;
}

const written = new Map(Object.keys(formatsWithNames).map((name) => [withoutDashes(name), name]));

/**
 * The format that is asked of texts; undefined where none is. Dashes in its name make no difference, and numbers have formats of their own
 * (StripUnsupportedFormatsPostProcessorForVersion of apiextensions).
 */
export function textFormatOf({ type, format }: StructuralSchema): string | undefined {
  if (format === undefined || (type !== undefined && type !== 'string')) return undefined;
  return written.get(withoutDashes(format));
}

function withoutDashes(name: string): string {
  return name.replaceAll('-', '');
}

function matcher(form: RegExp): (text: string) => boolean {
  return (text) => form.test(text);
}

/** The dashes of a UUID may be left out. */
function uuidOf(version: string, variant: string): (text: string) => boolean {
  const hex = '[0-9a-f]';
  const groups = [`${hex}{8}`, `${hex}{4}`, `${version}${hex}{3}`, `${variant}${hex}{3}`, `${hex}{12}`];
  return matcher(new RegExp(`^${groups.join('-?')}$`, 'i'));
}
