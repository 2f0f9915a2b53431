/**
 * The forms of names that Kubernetes asks for. Each check returns what is wrong in words, nothing where the name is sound.
 *
 * Follows k8s.io/apimachinery/pkg/util/validation. The server also runs its patterns over texts that are too long; we name the length alone,
 * which is the same refusal and keeps the cost of a huge text flat.
 */

/** What is wrong with a text, each problem in words; empty when it is sound. */
export type Problems = readonly string[];

const sound: Problems = [];

const label = '[a-z0-9](?:[-a-z0-9]*[a-z0-9])?';
const labelWithUnderscore = '_?[a-z0-9](?:[-_a-z0-9]*[a-z0-9])?';

const dns1123LabelPattern = new RegExp(`^${label}$`);
const dns1123SubdomainPattern = new RegExp(`^${label}(?:\\.${label})*$`);
const underscoreSubdomainPattern = new RegExp(`^${labelWithUnderscore}(?:\\.${labelWithUnderscore})*$`);
const dns1035LabelPattern = /^[a-z](?:[-a-z0-9]*[a-z0-9])?$/;
const wildcardPattern = new RegExp(`^\\*\\.${label}(?:\\.${label})*$`);
const qualifiedNamePattern = /^[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?$/;
const portNameCharacters = /^[-a-z0-9]+$/;
const cIdentifierPattern = /^[A-Za-z_][A-Za-z0-9_]*$/;
const httpHeaderPattern = /^[-A-Za-z0-9]+$/;
const httpPathPattern = /^[A-Za-z0-9/\-._~%!$&'()*+,;=:]+$/;
const configMapKeyPattern = /^[-._a-zA-Z0-9]+$/;
const environmentPattern = /^[-._a-zA-Z][-._a-zA-Z0-9]*$/;
const printableButEquals = /^[ -<>-~]+$/;
const percentPattern = /^[0-9]+%$/;

const labelForm = "lower case letters, digits and '-', with a letter or digit at both ends";
const subdomainForm =
  "lower case letters, digits, '-' and '.', with a letter or digit at both ends of every part between dots";
const qualifiedForm = "letters, digits, '-', '_' and '.', with a letter or digit at both ends";

/** Whether the text takes more than `limit` bytes, the measure of every length limit of the API. */
export function isLongerThan(value: string, limit: number): boolean {
  if (value.length > limit) return true;
  return value.length * 3 > limit && Buffer.byteLength(value) > limit;
}

function tooLong(limit: number): Problems {
  return [`must be no more than ${limit} bytes`];
}

/** IsDNS1123Label */
export function dns1123LabelProblems(value: string): Problems {
  if (isLongerThan(value, 63)) return tooLong(63);
  if (dns1123LabelPattern.test(value)) return sound;
  if (dns1123SubdomainPattern.test(value)) return ['must not contain dots'];
  return [`a DNS label (RFC 1123) consists of ${labelForm}, such as 'my-name' or '123-abc'`];
}

/** IsDNS1123Subdomain */
export function dns1123SubdomainProblems(value: string): Problems {
  if (isLongerThan(value, 253)) return tooLong(253);
  if (dns1123SubdomainPattern.test(value)) return sound;
  return [`a DNS subdomain (RFC 1123) consists of ${subdomainForm}, such as 'example.com'`];
}

/** IsDNS1123SubdomainWithUnderscore */
export function dns1123SubdomainWithUnderscoreProblems(value: string): Problems {
  if (isLongerThan(value, 253)) return tooLong(253);
  if (underscoreSubdomainPattern.test(value)) return sound;
  return [`a DNS subdomain consists of ${subdomainForm}; a part may also hold '_' and begin with one`];
}

/** IsDNS1035Label */
export function dns1035LabelProblems(value: string): Problems {
  if (isLongerThan(value, 63)) return tooLong(63);
  if (dns1035LabelPattern.test(value)) return sound;
  return [
    "a DNS label (RFC 1035) consists of lower case letters, digits and '-', begins with a letter and ends with a letter or digit, such as 'abc-123'",
  ];
}

/** IsWildcardDNS1123Subdomain */
export function wildcardDns1123SubdomainProblems(value: string): Problems {
  if (isLongerThan(value, 253)) return tooLong(253);
  if (wildcardPattern.test(value)) return sound;
  return ["a wildcard host is '*.' followed by a DNS subdomain, such as '*.example.com'"];
}

/** Keys that were found sound: the same few stand in every document of a set. */
const soundKeys = new Set<string>();
const mostSoundKeys = 500;

/** IsQualifiedName, also called IsLabelKey: the form of label and annotation keys. */
export function qualifiedNameProblems(value: string): Problems {
  if (soundKeys.has(value)) return sound;
  const problems = keyProblems(value);
  if (problems.length === 0 && soundKeys.size < mostSoundKeys) soundKeys.add(value);
  return problems;
}

function keyProblems(value: string): Problems {
  const slash = value.indexOf('/');
  if (slash < 0) return qualifiedNamePartProblems(value);
  if (value.includes('/', slash + 1)) {
    return ["a key has at most one '/', between an optional DNS subdomain and a name, such as 'example.com/my-name'"];
  }
  const name = qualifiedNamePartProblems(value.slice(slash + 1));
  if (slash === 0) return ["the prefix before '/' must not be empty", ...name];
  const prefix = dns1123SubdomainProblems(value.slice(0, slash));
  return prefix.length === 0 ? name : [...prefix.map((problem) => `the prefix before '/': ${problem}`), ...name];
}

function qualifiedNamePartProblems(name: string): Problems {
  if (name.length === 0) return ['the name part must not be empty'];
  if (isLongerThan(name, 63)) return ['the name part must be no more than 63 bytes'];
  if (qualifiedNamePattern.test(name)) return sound;
  return [`the name part consists of ${qualifiedForm}, such as 'my.name' or '123-abc'`];
}

/** IsValidLabelValue */
export function labelValueProblems(value: string): Problems {
  if (value.length === 0) return sound;
  if (isLongerThan(value, 63)) return tooLong(63);
  if (qualifiedNamePattern.test(value)) return sound;
  return [`a label value is empty or consists of ${qualifiedForm}, such as 'my_value' or '12345'`];
}

/** IsValidPortName */
export function portNameProblems(name: string): Problems {
  if (isLongerThan(name, 15)) return tooLong(15);
  const problems: string[] = [];
  if (!portNameCharacters.test(name)) problems.push("must consist of lower case letters, digits and '-' alone");
  if (!/[a-z]/.test(name)) problems.push('must contain at least one letter (a-z)');
  if (name.includes('--')) problems.push("must not contain two '-' in a row");
  if (name.startsWith('-') || name.endsWith('-')) problems.push("must not begin or end with '-'");
  return problems.length === 0 ? sound : problems;
}

/** IsCIdentifier */
export function cIdentifierProblems(value: string): Problems {
  if (cIdentifierPattern.test(value)) return sound;
  return ["an identifier consists of letters, digits and '_', and does not begin with a digit, such as 'MY_NAME'"];
}

/** IsEnvVarName: environment variable names before Kubernetes 1.32. */
export function envVarNameProblems(value: string): Problems {
  const dots = parentFolderProblems(value);
  if (environmentPattern.test(value)) return dots;
  return [
    "an environment variable name consists of letters, digits, '_', '-' and '.', and does not begin with a digit",
    ...dots,
  ];
}

/** IsRelaxedEnvVarName: environment variable names since Kubernetes 1.32. */
export function relaxedEnvVarNameProblems(value: string): Problems {
  if (printableButEquals.test(value)) return sound;
  if (value.length === 0) return ['an environment variable name must not be empty'];
  return ["an environment variable name consists of printable ASCII characters other than '='"];
}

/** IsHTTPHeaderName */
export function httpHeaderNameProblems(value: string): Problems {
  if (httpHeaderPattern.test(value)) return sound;
  return ["an HTTP header name consists of letters, digits and '-', such as 'X-Header-Name'"];
}

/** IsConfigMapKey */
export function configMapKeyProblems(value: string): Problems {
  if (isLongerThan(value, 253)) return tooLong(253);
  const dots = parentFolderProblems(value);
  if (configMapKeyPattern.test(value)) return dots;
  return ["a key consists of letters, digits, '-', '_' and '.', such as 'key.name'", ...dots];
}

function parentFolderProblems(value: string): Problems {
  if (value === '.') return ["must not be '.'"];
  return value.startsWith('..') ? ["must not be or begin with '..'"] : sound;
}

/** IsValidPercent */
export function percentProblems(value: string): Problems {
  return percentPattern.test(value) ? sound : ["a percentage consists of digits followed by '%', such as '25%'"];
}

/** IsPathSegmentName: names of RBAC objects, and the least that any name must be. */
export function pathSegmentNameProblems(name: string): Problems {
  if (name === '.' || name === '..') return [`must not be '${name}'`];
  return pathSegmentPrefixProblems(name);
}

/** IsPathSegmentPrefix: what may stand before a generated ending. */
export function pathSegmentPrefixProblems(name: string): Problems {
  const problems = ['/', '%'].filter((part) => name.includes(part)).map((part) => `must not contain '${part}'`);
  return problems.length === 0 ? sound : problems;
}

/** IsFullyQualifiedDomainName of a text that is not empty (an empty one is `FieldValueRequired`). */
export function fullyQualifiedDomainNameProblems(value: string): Problems {
  const name = value.endsWith('.') ? value.slice(0, -1) : value;
  const problems = dns1123SubdomainProblems(name);
  if (problems.length > 0) return problems;
  const parts = name.split('.');
  if (parts.length < 2) return ['must be a domain of at least two parts with dots between them'];
  const long = parts.find((part) => dns1123LabelProblems(part).length > 0);
  return long === undefined ? sound : [`the part '${long}' must be a DNS label of no more than 63 bytes`];
}

/** IsFullyQualifiedName of a text that is not empty: the older form, at least three parts and no dot at the end. */
export function fullyQualifiedNameProblems(value: string): Problems {
  const problems = dns1123SubdomainProblems(value);
  if (problems.length > 0) return problems;
  return value.split('.').length < 3 ? ['must be a domain of at least three parts with dots between them'] : sound;
}

/** IsDomainPrefixedPath of a text that is not empty. */
export function domainPrefixedPathProblems(value: string): Problems {
  const slash = value.indexOf('/');
  if (slash <= 0 || slash === value.length - 1) return ["must be a domain, '/' and a path, such as 'example.com/foo'"];
  const host = dns1123SubdomainProblems(value.slice(0, slash));
  if (httpPathPattern.test(value.slice(slash + 1))) return host;
  return [...host, "the path after the first '/' may hold the characters of an HTTP path (RFC 3986) alone"];
}

/** IsDomainPrefixedKey of a text that is not empty. */
export function domainPrefixedKeyProblems(value: string): Problems {
  const problems = qualifiedNameProblems(value);
  if (problems.length > 0 || value.includes('/')) return problems;
  return ["must be a domain, '/' and a name, such as 'example.com/foo'"];
}
