import { ApiObject, Lazy } from 'cdk8s';
import type { Construct } from 'constructs';
import { haproxy } from '../../../controllers/haproxy';
import { ConstructError } from '../../construct-error';
import type { ExposedApp } from '../../exposed-app';
import { Env } from '../../workload/env';
import type { Installation } from '../installation';
import { makeAccess } from '../parts/access';
import { checkProps } from '../parts/checks';
import type { Identity } from '../parts/identity';
import { identityOf } from '../parts/identity';
import { checkImage } from '../parts/image';
import { makeIngressClass } from '../parts/ingress-class';
import { makeNamespace } from '../parts/namespace';
import { makeNetworkPolicy } from '../parts/network-policy';
import { openPorts } from '../parts/ports';
import type { ControllerWorkload } from '../parts/workload';
import { makeWorkload } from '../parts/workload';
import { clusterRules, namespaceRules, ownRules } from './access';
import { haproxyArgs } from './args';
import { HaproxyNeeds } from './needs';
import type { HaproxyProps } from './props';
import { publishedService } from './published-service';

const image = 'docker.io/haproxytech/kubernetes-ingress:3.2.12';
/** Older ones leave out flags that they do not know, as that for the status of Ingresses. */
const oldest = [3, 2, 0] as const;

const health = { name: 'health', number: 1042 } as const;
const metrics = { name: 'stat', number: 1024 } as const;
/** The user `haproxy` of the image. */
const user = 1000;

export function installHaproxy(scope: Construct, props: HaproxyProps): Installation {
  const identity = identityOf('haproxy', props);
  const { namespace, className } = identity;
  checkHaproxyProps(scope, identity, props);
  const http = { name: 'http', number: props.httpPort ?? 8080 } as const;
  const https = { name: 'https', number: props.httpsPort ?? 8443 } as const;
  const ports = openPorts(props, { http: http.number, https: https.number });
  makeNamespace(scope, identity, props);
  const published = publishedService(scope, identity, props);
  const needs = new HaproxyNeeds(props);
  const tcpServices = makeSettings(scope, identity, props, needs);
  const controller = `${haproxy.controllerString ?? ''}/${className}`;
  makeIngressClass(scope, identity, { controller, isDefault: props.default === true });
  // It watches the namespace of its settings in any case.
  const { watchNamespaces } = props;
  makeAccess(scope, identity, {
    clusterRules,
    namespaceRules: () => namespaceRules(published !== undefined),
    ownRules,
    namespaces: watchNamespaces === undefined ? undefined : [...new Set([namespace, ...watchNamespaces])],
  });
  makeNetworkPolicy(scope, identity, props, ports, metrics);
  const app = makeHaproxy(scope, identity, props, {
    ports,
    args: () => haproxyArgs({ identity, props, http, https, health, metrics, published, tcpServices }),
  });
  return { facts: haproxy, identity, app, require: (need) => needs.require(need) };
}

function makeHaproxy(
  scope: Construct,
  identity: Identity,
  props: HaproxyProps,
  parts: Pick<ControllerWorkload<never>, 'args' | 'ports'>,
): ExposedApp {
  return makeWorkload(scope, identity, props, {
    image,
    ...parts,
    sidePorts: [health, metrics],
    runAsUser: user,
    writableDirectories: ['/tmp'],
    probes: {
      liveness: { http: { path: '/healthz', port: health.name } },
      readiness: { http: { path: '/healthz', port: health.name } },
    },
    gracePeriodSeconds: 60,
    container: {
      env: {
        POD_NAME: Env.field('metadata.name'),
        POD_NAMESPACE: Env.field('metadata.namespace'),
        POD_IP: Env.field('status.podIP'),
      },
      // Its program has this as a capability of the file, and does not start where it is not to be had, whatever the ports.
      addCapabilities: ['NET_BIND_SERVICE'],
      // It writes its configuration beside files of the image.
      writableRootFilesystem: true,
    },
  });
}

/** @returns the name of the ConfigMap that says where ports without HTTP lead */
function makeSettings(scope: Construct, identity: Identity, props: HaproxyProps, needs: HaproxyNeeds): string {
  const { name, namespace, labels } = identity;
  const { redirectPort = 443, proxyProtocolFrom, tcpPorts = [] } = props;
  new ApiObject(scope, 'settings', {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name, namespace, labels: { ...labels } },
    data: {
      // Its own choice is the port that it binds, which no client uses.
      'ssl-redirect-port': String(redirectPort),
      ...(proxyProtocolFrom === undefined ? {} : { 'proxy-protocol': proxyProtocolFrom.join(', ') }),
    },
  });
  const tcpServices = `${name}-tcp`;
  if (tcpPorts.length > 0)
    new ApiObject(scope, 'TCP services', {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: tcpServices, namespace, labels: { ...labels } },
      data: Lazy.any({ produce: () => needs.tcpServices }) as unknown,
    });
  return tcpServices;
}

function checkHaproxyProps(scope: Construct, identity: Identity, props: HaproxyProps): void {
  checkProps(scope, identity, props);
  checkImage(scope, props.image, oldest);
  if (props.udpPorts !== undefined && props.udpPorts.length > 0)
    throw new ConstructError(
      scope,
      `HAProxy is no proxy for UDP, and udpPorts names ${props.udpPorts.join(', ')}. Leave it out, and use Exposure.loadBalancer of the application.`,
    );
  if (props.forwardedHeadersFrom !== undefined)
    throw new ConstructError(
      scope,
      'HAProxy hands X-Forwarded-... headers on whoever sent them, so that forwardedHeadersFrom has nothing to name. Leave it out, and let the proxies before it speak the PROXY protocol (proxyProtocolFrom).',
    );
  if (props.defaultCertificate !== undefined && !/^[a-z0-9-]+\/[a-z0-9.-]+$/.test(props.defaultCertificate))
    throw new ConstructError(
      scope,
      `defaultCertificate is '${props.defaultCertificate}'. Name the Secret as namespace/name.`,
    );
}
