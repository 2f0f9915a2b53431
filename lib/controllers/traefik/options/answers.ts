import type { OptionTable } from '../../dialect';
import type { HeaderChanges } from '../../ingress-options';
import type { TraefikDraft } from '../draft';

/** What is changed of requests and answers on their way. */
export const answerOptions: Pick<OptionTable<TraefikDraft>, 'headers' | 'compression'> = {
  headers: {
    how: 'Middleware headers.custom...Headers',
    write(changes, draft) {
      draft.middleware('headers', {
        headers: {
          customRequestHeaders: headerMap(changes.setRequest, changes.removeRequest),
          customResponseHeaders: headerMap(changes.setResponse, changes.removeResponse),
        },
      });
    },
  },
  compression: {
    how: 'Middleware compress',
    note: 'Answers from 1024 bytes on.',
    write(_value, draft) {
      draft.middleware('compress', { compress: {} });
    },
  },
};

/** Traefik takes a header away where its value is empty. */
function headerMap(
  set: HeaderChanges['setRequest'] = {},
  remove: readonly string[] = [],
): Record<string, string> | undefined {
  const map = { ...set, ...Object.fromEntries(remove.map((name) => [name, ''])) };
  return Object.keys(map).length > 0 ? map : undefined;
}
