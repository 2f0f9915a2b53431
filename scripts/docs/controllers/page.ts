import { controllers } from '../../../lib';
import type { Controller, SupportedFacts } from '../../../lib/controllers/controller';
import type { UnsupportedOption } from '../../../lib/controllers/dialect';
import { installationTables } from './installations';
import { optionTexts } from './option-texts';
import { code, list, prose, table } from './table';

type OptionName = keyof Controller['options'];

const known = Object.values<Controller>(controllers);

const introduction = `# Ingress controllers

<!-- Made by \`npm run docs\` from lib/controllers and lib/constructs/controllers: change those. -->

What an application asks of an ingress controller, it asks in options that no controller owns; the dialect of the controller turns them into what that one reads. An option that it cannot carry out is an error with the way out, and none is lost in silence.
A controller is named by its id (\`controller: 'traefik'\`), by an \`IngressController\` of the program, or by its class, where the \`Target\` says whose it is.`;

/** docs/controllers.md: everything that is known of ingress controllers. */
export function controllersPage(): string {
  const parts = [
    introduction,
    '## The controllers',
    facts(),
    '## The same manifest behind different controllers',
    semantics(),
    '## The options at a glance',
    glance(),
    '## Option by option',
    ...optionNames().flatMap(optionSection),
    '## Known vulnerabilities',
    'What others could do by objects or requests of their own, and the first release of each line in which they cannot. A line that is not named got no fix, unless it is newer than all that are.',
    advisories(),
    '## What an installation takes',
    'Read off the manifests of an installation behind a load balancer. The controllers that are not named are there already: nothing installs them.',
    installationTables(known.map(({ id }) => id)),
  ];
  return `${parts.join('\n\n')}\n`;
}

function facts(): string {
  const head = ['id', 'controller', 'class', 'controller string', 'annotations begin with', 'images'];
  const rows = known.map(
    ({ id, title, defaultClassName, classNames, controllerString, annotationPrefixes, images }) => [
      code(id),
      title.replace(/^the /, ''),
      list((classNames ?? [defaultClassName]).map(code)),
      controllerString === undefined ? 'none: it goes by the name of the class' : code(controllerString),
      list(annotationPrefixes.map(code)),
      list(images.map(code)),
    ],
  );
  return table(head, rows);
}

function semantics(): string {
  const head = [
    'controller',
    '`Prefix` goes by',
    'plain HTTP of a host with TLS',
    'one host in two Ingresses',
    'seconds for an answer',
    'status above the rate limit',
  ];
  const rows = known.map(
    ({ id, semantics: { prefix, plainHttp, sameHost, responseTimeoutSeconds, rateLimitStatus } }) => [
      code(id),
      prefix,
      prose(plainHttp),
      prose(sameHost),
      responseTimeoutSeconds === undefined ? 'no limit' : String(responseTimeoutSeconds),
      rateLimitStatus === undefined ? 'no rate limit' : String(rateLimitStatus),
    ],
  );
  return table(head, rows);
}

function optionNames(): readonly OptionName[] {
  return [...new Set(known.flatMap(({ options }) => Object.keys(options) as OptionName[]))];
}

function glance(): string {
  const answer = (option: SupportedFacts | UnsupportedOption): string => {
    if ('unsupported' in option) return 'no';
    return Object.keys(option.lacks ?? {}).length > 0 ? 'in part' : 'yes';
  };
  const rows = optionNames().map((name) => [code(name), ...known.map(({ options }) => answer(options[name]))]);
  return table(['option', ...known.map(({ id }) => code(id))], rows);
}

const portTexts: Readonly<Record<'tcp' | 'udp', string>> = {
  tcp: '`Exposure.tcpRoute`: a port of the controller that leads to the application by TCP, without HTTP.',
  udp: '`Exposure.udpRoute`: a port of the controller that leads to the application by UDP.',
};

function optionSection(name: OptionName): readonly string[] {
  const text = name === 'tcp' || name === 'udp' ? portTexts[name] : prose(optionTexts().get(name) ?? '');
  const rows = known.map(({ id, options }) => [code(id), ...answerOf(options[name])]);
  return [`### ${code(name)}`, text, table(['controller', 'read from', 'to know'], rows)];
}

function answerOf(option: SupportedFacts | UnsupportedOption): readonly [string, string] {
  if ('unsupported' in option) return ['-', `Refused: ${prose(option.unsupported)}.`];
  const { how, note, lacks = {} } = option;
  const missing = Object.entries(lacks).map(([member, why]) => `${code(member)} is refused: ${prose(why)}.`);
  return [prose(how), [...(note === undefined ? [] : [prose(note)]), ...missing].join(' ')];
}

function advisories(): string {
  const rows = known.flatMap(({ id, advisories: all }) =>
    all.map((one) => [
      code(id),
      `[${one.id}](${one.source})`,
      prose(one.gains),
      one.fixedIn.length === 0 ? 'no release' : one.fixedIn.join(', '),
    ]),
  );
  const none = known.filter((controller) => controller.advisories.length === 0).map(({ id }) => code(id));
  const rest = none.length === 0 ? '' : `\n\nNone are kept of ${list(none)}.`;
  return table(['controller', 'vulnerability', 'what it gives', 'fixed in'], rows) + rest;
}
