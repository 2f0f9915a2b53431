import type { Check } from '../check';
import { same } from '../check';

export const externalNameBackend: Check = {
  claim: 'externalNameBackend',
  what: 'a Service of type ExternalName is followed',
  expose(stage) {
    stage.outside('outside', `other.${stage.namespace}.svc.cluster.local`);
  },
  async ask(client, stage) {
    same((await client.ask({ host: stage.host('outside') })).said?.say, 'other', 'who answers');
  },
};
