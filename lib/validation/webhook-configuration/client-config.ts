import type { FieldPath } from '../../findings/field-path';
import { dns1123SubdomainProblems } from '../../kubernetes/names';
import type { FieldErrors } from '../field-errors';
import type { WebhookClientConfig, WebhookService } from './types';

const rule = 'webhook/client-config';

/** Where the server calls: one of url and service. */
export function validateClientConfig(config: WebhookClientConfig, path: FieldPath, errors: FieldErrors): void {
  const { url, service } = config;
  if ((url == null) === (service == null)) errors.required(rule, path, 'exactly one of url and service is needed');
  else if (url != null) validateUrl(url, path.child('url'), errors);
  else if (service != null) validateService(service, path.child('service'), errors);
}

/** The parts of a URL as url.Parse of Go reads them: scheme, user, host, port, path, query, fragment. */
const urlPattern =
  /^(?:([A-Za-z][A-Za-z0-9+.-]*):)?(?:\/\/(?:([^/?#]*)@)?([^/?#]*?)(?::([^/?#:\]]*))?(?=[/?#]|$))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s;

/** ValidateWebhookURL */
function validateUrl(url: string, path: FieldPath, errors: FieldErrors): void {
  const match = urlPattern.exec(url);
  if (match === null || isMalformed(url, match)) {
    errors.required(rule, path, `'${url}' is no URL: write one as https://host/path`);
    return;
  }
  const [, scheme = '', user, host = '', port, , query = '', fragment = ''] = match;
  const problems = [
    scheme.toLowerCase() === 'https' ? '' : "must begin with 'https://'",
    host === '' && port === undefined ? 'must have a host' : '',
    user === undefined ? '' : 'must not name a user',
    fragment === '' ? '' : 'must not have a fragment',
    query === '' ? '' : 'must not have a query',
  ].filter((problem) => problem !== '');
  errors.invalidForEach(rule, path, url, problems);
}

function isMalformed(url: string, match: RegExpExecArray): boolean {
  const [, scheme, , host = '', port = '', target = ''] = match;
  // What Go refuses anywhere.
  if (/[\0-\x1f\x7f]/.test(url) || /%(?![0-9A-Fa-f]{2})/.test(host + target)) return true;
  const startsWithColon = scheme === undefined && /^[^/?#]*:/.test(url);
  return startsWithColon || /[\s<>"\\^`{|}]/.test(host) || !/^\d*$/.test(port);
}

/** ValidateWebhookService, which is called with name and namespace in place of each other. */
function validateService(
  { name, namespace, path: target, port }: WebhookService,
  path: FieldPath,
  errors: FieldErrors,
): void {
  if ((name ?? '') === '') errors.required(rule, path.child('namespace'), 'or rather: name the service');
  if ((namespace ?? '') === '') errors.required(rule, path.child('name'), 'or rather: name the namespace');
  if (port != null && (port < 1 || port > 65535)) {
    errors.invalid(rule, path.child('port'), port, 'must lie between 1 and 65535');
  }
  const at = path.child('path');
  if (target == null || target === '' || target === '/') return;
  if (!target.startsWith('/')) errors.invalid(rule, at, target, "must begin with '/'");
  for (const segment of target.slice(1).replace(/\/$/, '').split('/')) {
    if (segment === '') errors.invalid(rule, at, target, 'must not have an empty segment');
    else errors.invalidForEach(rule, at, target, dns1123SubdomainProblems(segment));
  }
}
