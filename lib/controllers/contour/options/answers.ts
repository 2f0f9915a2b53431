import type { OptionTable, Route, RouteDraft } from '../../dialect';
import type { HeaderChanges } from '../../ingress-options';
import type { ContourDraft } from '../draft';

/** What is changed of requests and answers on their way. */
export const answerOptions: Pick<OptionTable<ContourDraft>, 'headers' | 'compression'> = {
  headers: {
    how: 'HTTPProxy: requestHeadersPolicy and responseHeadersPolicy',
    note: 'Host of a request can be set, and not taken away.',
    write(changes, draft, route) {
      draft.asHttpProxy('headers');
      checkHeaders(changes, draft, route);
      draft.requestHeaders.set(changes.setRequest);
      draft.requestHeaders.remove(changes.removeRequest);
      draft.responseHeaders.set(changes.setResponse);
      draft.responseHeaders.remove(changes.removeResponse);
    },
  },
  compression: {
    how: 'nothing to set',
    note: 'Always on, with gzip, unless its contour.yaml says otherwise.',
    write: () => undefined,
  },
};

/** What Contour fills in (escapeHeaderValue); every other percent sign it hands on as it stands. */
const variable = /%(?:[A-Z][A-Z0-9_]*|REQ\([^)]*\)[^%]*)%/;

function checkHeaders(changes: HeaderChanges, draft: RouteDraft, { options }: Route): void {
  const { setRequest = {}, removeRequest = [], setResponse = {}, removeResponse = [] } = changes;
  const filledIn = Object.entries({ ...setRequest, ...setResponse }).find(([, value]) => variable.test(value));
  if (filledIn !== undefined)
    draft.refuse(
      `headers sets ${filledIn[0]} to ${JSON.stringify(filledIn[1])}, in which Contour puts something else for ${variable.exec(filledIn[1])?.[0] ?? ''}: let the application set it`,
    );
  // One such entry, and Envoy refuses the configuration of all hosts.
  if ([...removeRequest, ...Object.keys(setResponse), ...removeResponse].some((name) => /^host$/i.test(name)))
    draft.refuse('Contour may set Host of requests, and neither take it away nor set it in answers: leave it out');
  if (options.hsts !== undefined && named(changes, 'strict-transport-security'))
    draft.refuse('hsts and headers both tell of Strict-Transport-Security: keep one');
}

function named({ setResponse = {}, removeResponse = [] }: HeaderChanges, header: string): boolean {
  return [...Object.keys(setResponse), ...removeResponse].some((name) => name.toLowerCase() === header);
}
