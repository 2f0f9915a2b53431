import type { OptionTable } from '../../dialect';
import type { NginxDraft } from '../draft';

/** What is changed of requests and answers on their way. */
export const answerOptions: Pick<OptionTable<NginxDraft>, 'headers' | 'compression'> = {
  headers: {
    how: 'proxy-set-headers, add-header, proxy-hide-headers',
    note: 'Server is NGINX’ own and stays.',
    write({ setRequest = {}, removeRequest = [], setResponse = {}, removeResponse = [] }, draft) {
      for (const [name, value] of Object.entries(setRequest)) draft.setRequestHeader(name, value);
      // NGINX sends no header that is set to nothing.
      for (const name of removeRequest) draft.setRequestHeader(name, '');
      for (const [name, value] of Object.entries(setResponse)) draft.setResponseHeader(name, value);
      for (const name of removeResponse) draft.hideResponseHeader(name);
    },
  },
  compression: { unsupported: 'it has no setting for it; let the application compress' },
};
