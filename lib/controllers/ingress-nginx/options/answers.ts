import type { OptionTable } from '../../dialect';
import type { IngressNginxDraft } from '../draft';
import { configNeed, responseHeaderNeed } from '../needs';

const ofAll = 'it does so for all routes alone, by its ConfigMap';

/** What is changed of requests and answers on their way. */
export const answerOptions: Pick<OptionTable<IngressNginxDraft>, 'headers' | 'compression'> = {
  headers: {
    how: 'custom-headers, a ConfigMap; ConfigMap of the controller: global-allowed-response-headers',
    lacks: {
      setRequest: `${ofAll} (proxy-set-headers); let the application do it`,
      removeRequest: `${ofAll} (proxy-set-headers, with an empty value); let the application do it`,
      removeResponse: `${ofAll} (hide-headers); let the application do it`,
    },
    write({ setResponse = {} }, draft) {
      const names = Object.keys(setResponse);
      if (names.length === 0) return;
      draft.setResponseHeaders(setResponse);
      for (const name of names) draft.need(responseHeaderNeed(name));
    },
  },
  compression: {
    how: 'ConfigMap: use-gzip',
    note: 'For all routes of the controller; answers from 256 bytes on.',
    write(_value, draft) {
      draft.need(configNeed('use-gzip', 'true'));
    },
  },
};
