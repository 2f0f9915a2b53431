import { Optional, type Environment } from '@marcbachmann/cel-js';
import {
  dns1035LabelProblems,
  dns1123LabelProblems,
  dns1123SubdomainProblems,
  labelValueProblems,
  qualifiedNameProblems,
} from '../../../kubernetes/names';
import { isUrl } from './urls';

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

const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const uuid = /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i;

const formats = {
  dns1123Label: new FormatValue(dns1123LabelProblems),
  dns1123Subdomain: new FormatValue(dns1123SubdomainProblems),
  dns1035Label: new FormatValue(dns1035LabelProblems),
  dns1123LabelPrefix: prefixOf(dns1123LabelProblems),
  dns1123SubdomainPrefix: prefixOf(dns1123SubdomainProblems),
  dns1035LabelPrefix: prefixOf(dns1035LabelProblems),
  qualifiedName: new FormatValue(qualifiedNameProblems),
  labelValue: new FormatValue(labelValueProblems),
  uri: new FormatValue((text) => (isUrl(text) ? [] : ['must be a URL'])),
  uuid: new FormatValue((text) => (uuid.test(text) ? [] : ['must be a UUID'])),
  byte: new FormatValue((text) => (base64.test(text) ? [] : ['must be base64'])),
  date: new FormatValue((text) => (isDate(text) ? [] : ['must be a date, such as 2026-01-31'])),
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

function isDate(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
}
