import { Optional, type Environment } from '@marcbachmann/cel-js';
import {
  dns1035LabelProblems,
  dns1123LabelProblems,
  dns1123SubdomainProblems,
  labelValueProblems,
  qualifiedNameProblems,
} from '../../../kubernetes/names';
import { textFormats } from '../text-formats';

type Problems = (text: string) => readonly string[];

/** A form that Kubernetes knows by name, as a value of the language. */
class FormatValue {
  readonly problems: Problems;

  constructor(problems: Problems) {
    this.problems = problems;
  }
}

/** The form of a beginning of a name, to which the server adds: a dash may come last (maskTrailingDash). */
function prefixOf(problems: Problems): FormatValue {
  return new FormatValue((text) => problems(text.length > 1 && text.endsWith('-') ? `${text.slice(0, -2)}a` : text));
}

/** A form that texts of custom resources can be held to as well; the library of functions takes those from there. */
function textFormat(name: keyof typeof textFormats, what: string): FormatValue {
  return new FormatValue((text) => (textFormats[name](text) ? [] : [`must be ${what}`]));
}

const formats = {
  dns1123Label: new FormatValue(dns1123LabelProblems),
  dns1123Subdomain: new FormatValue(dns1123SubdomainProblems),
  dns1035Label: new FormatValue(dns1035LabelProblems),
  dns1123LabelPrefix: prefixOf(dns1123LabelProblems),
  dns1123SubdomainPrefix: prefixOf(dns1123SubdomainProblems),
  dns1035LabelPrefix: prefixOf(dns1035LabelProblems),
  qualifiedName: new FormatValue(qualifiedNameProblems),
  labelValue: new FormatValue(labelValueProblems),
  uri: textFormat('uri', 'a URL'),
  uuid: textFormat('uuid', 'a UUID'),
  byte: textFormat('byte', 'base64'),
  date: textFormat('date', 'a date, such as 2026-01-31'),
  datetime: textFormat('date-time', 'a time, such as 2026-01-31T12:00:00Z'),
} as const;

/** https://kubernetes.io/docs/reference/using-api/cel/#kubernetes-format-library */
export function registerFormats(environment: Environment): void {
  const type = 'kubernetes.NamedFormat';
  environment
    .registerType(type, { ctor: FormatValue })
    .registerConstant('format', 'map', {})
    .registerFunction('map.named(string): optional', (_: unknown, name: string) =>
      Object.hasOwn(formats, name) ? Optional.of(formats[name as keyof typeof formats]) : Optional.none(),
    )
    .registerFunction(`${type}.validate(dyn): optional`, ({ problems }: FormatValue, text: unknown) => {
      const found = typeof text === 'string' ? problems(text) : ['must be a text'];
      return found.length === 0 ? Optional.none() : Optional.of(found);
    });
  for (const [name, format] of Object.entries(formats)) {
    environment.registerFunction(`map.${name}(): ${type}`, () => format);
  }
}
