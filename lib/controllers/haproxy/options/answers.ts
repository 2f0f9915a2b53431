import type { OptionTable } from '../../dialect';
import type { HaproxyDraft } from '../draft';
import { quotedFormat } from '../text';

/** What is changed of requests and answers on their way. */
export const answerOptions: Pick<OptionTable<HaproxyDraft>, 'headers' | 'compression'> = {
  headers: {
    how: 'request-set-header, response-set-header',
    lacks: {
      removeRequest: 'its annotations set headers, and take none away; set another value',
      removeResponse: 'its annotations set headers, and take none away; set another value',
    },
    write({ setRequest = {}, setResponse = {} }, draft) {
      for (const [name, value] of Object.entries(setRequest)) draft.setRequestHeader(name, quotedFormat(value));
      for (const [name, value] of Object.entries(setResponse)) draft.setResponseHeader(name, quotedFormat(value));
    },
  },
  compression: { unsupported: 'it has no annotation for it; let the application compress' },
};
