import type { OptionTable, Route } from '../../dialect';
import type { Canary } from '../../ingress-options';
import { basicText } from '../alphabets';
import type { IngressNginxDraft } from '../draft';
import { canaryNeed, configNeed, needs } from '../needs';

const protocols = { HTTP: 'HTTP', HTTPS: 'HTTPS', H2C: 'GRPC', GRPC: 'GRPC', GRPCS: 'GRPCS' } as const;

/** The connection to the pods, and which ones. */
export const backendOptions: Pick<
  OptionTable<IngressNginxDraft>,
  'timeouts' | 'backendProtocol' | 'backendTls' | 'canary' | 'externalNameBackend'
> = {
  timeouts: {
    how: 'proxy-connect-timeout, proxy-read-timeout, proxy-send-timeout',
    note: 'Between two pieces of the answer. Up to three pods are tried one after the other.',
    write({ connectSeconds, readSeconds, sendSeconds }, draft) {
      if (connectSeconds !== undefined) draft.set('proxy-connect-timeout', connectSeconds);
      if (readSeconds !== undefined) draft.set('proxy-read-timeout', readSeconds);
      if (sendSeconds !== undefined) draft.set('proxy-send-timeout', sendSeconds);
    },
  },
  backendProtocol: {
    how: 'backend-protocol',
    note: 'HTTP/2 to the pods by its module for gRPC, whatever is spoken over it.',
    write(protocol, draft) {
      draft.set('backend-protocol', protocols[protocol]);
    },
  },
  backendTls: {
    how: 'proxy-ssl-secret, proxy-ssl-verify, proxy-ssl-name, proxy-ssl-server-name; ConfigMap: upstream-keepalive-requests',
    note: 'Each request takes a connection of its own, for all routes of the controller: one that stays open serves routes that do not check it and routes that do.',
    write({ caSecretName, serverName }, draft, { options }) {
      if (options.backendProtocol === 'GRPCS')
        draft.refuse('backendTls cannot be had from ingress-nginx for GRPCS, whose certificates it does not check');
      const namespace = draft.namespaceFor('the Secret with the authority');
      draft.set('proxy-ssl-secret', `${namespace}/${caSecretName}`);
      draft.set('proxy-ssl-verify', 'on');
      draft.set('proxy-ssl-name', serverName);
      draft.set('proxy-ssl-server-name', 'on');
      draft.need(configNeed('upstream-keepalive-requests', '1'));
      draft.need(needs.highRisk);
    },
  },
  canary: {
    how: 'a second Ingress with canary: canary-weight, canary-by-header(-value, -pattern) or canary-by-cookie',
    note: 'A cookie counts where its value is always, and keeps its browser away where it is never.',
    write(canary, draft, route) {
      checkCanary(draft, route);
      const { service: name, port: number } = canary;
      draft.canary({ service: { name, port: { name: '', number } } }, { canary: 'true', ...choice(canary) });
      draft.need(canaryNeed(`${route.namespace ?? ''}/${name}:${number}`, choice(canary)));
    },
  },
  externalNameBackend: {
    how: 'no flag --disable-svc-external-name',
    write(_value, draft) {
      draft.need(needs.externalNames);
    },
  },
};

function checkCanary(draft: IngressNginxDraft, { rules, defaultBackend }: Route): void {
  if (rules.length === 0) draft.refuse('canary needs a rule to hold for: give a host');
  if (defaultBackend !== undefined)
    draft.refuse('canary has no hold on the default backend: make an application of its own for the default backend');
}

function choice({ weight, header, cookie }: Canary): Readonly<Record<string, string>> {
  if (weight !== undefined) return { 'canary-weight': String(weight) };
  if (cookie !== undefined) return { 'canary-by-cookie': cookie };
  const { name, value } = header;
  const plain = basicText.test(value);
  return {
    'canary-by-header': name,
    ...(plain ? { 'canary-by-header-value': value } : { 'canary-by-header-pattern': `^${inHexadecimal(value)}$` }),
  };
}

/** Everything but letters and digits by its number, since the annotation takes few other signs, and a pattern reads them otherwise. */
function inHexadecimal(value: string): string {
  return value.replace(/[^A-Za-z0-9]/g, (sign) => `\\x${sign.charCodeAt(0).toString(16).padStart(2, '0')}`);
}
