import type { Service, ServicePort } from '../objects';
import { hasPodOn, podsOf } from './live';
import type { Live } from './live';
import { serviceProtocol, targetNumber } from './protocol';
import type { Expected, PodChoice, Protocol, Unasked, Way } from './way';
import { addressText } from './way';

type Found = readonly (Way | Unasked)[];

/** Every way in that a Service opens, but those from inside. */
export function outsideServiceWays(service: Service, live: Live): Found {
  const { ports = [], type } = service.spec;
  if (type === 'ExternalName') return [];
  return ports.flatMap((port) => {
    const protocol = serviceProtocol(port);
    if (protocol === undefined) {
      return [
        { way: wayName(service), asked: nameText(service, port), reason: 'SCTP is not spoken here', failed: false },
      ];
    }
    return [
      ...nodePorts(service, port, protocol, live),
      ...loadBalancer(service, port, protocol),
      ...externalIps(service, port, protocol, live),
    ];
  });
}

/** From a pod of the cluster, and through the API server. */
export function insideServiceWays(service: Service, live: Live): Found {
  const { ports = [], type } = service.spec;
  if (type === 'ExternalName') return [];
  return [
    ...(isHeadless(service) ? [podAddresses(service, live)] : []),
    ...ports.flatMap((port) => {
      const protocol = serviceProtocol(port);
      if (protocol === undefined) return [];
      return [
        ...fromPod(service, port, protocol, live),
        ...namedPods(service, port, protocol, live),
        ...throughApiServer(service, port, protocol),
      ];
    }),
  ];
}

/** The full name of a Service in the cluster's DNS. */
export function fullName({ metadata }: Service, { clusterDomain }: Pick<Live, 'clusterDomain'>): string {
  return `${metadata.name}.${metadata.namespace ?? ''}.svc.${clusterDomain}`;
}

export function isHeadless({ spec }: Service): boolean {
  return spec.clusterIP === 'None';
}

export function choiceOf({ metadata, spec }: Service): PodChoice {
  return { namespace: metadata.namespace ?? '', labels: spec.selector };
}

function expectedFrom(service: Service, port: ServicePort): Expected {
  const { spec } = service;
  return {
    by: choiceOf(service),
    port,
    clientKept: spec.externalTrafficPolicy === 'Local',
    onePod: spec.sessionAffinity === 'ClientIP',
  };
}

function nodePorts(service: Service, port: ServicePort, protocol: Protocol, live: Live): Found {
  const { nodePort } = port;
  if (nodePort === undefined) return [];
  const way = service.spec.type === 'LoadBalancer' ? 'NodePort (LoadBalancer)' : 'NodePort';
  return live.nodes.map(({ name, address }) => ({
    way,
    asked: addressText(protocol, address, nodePort),
    protocol,
    sender: { from: 'machine', address, port: nodePort },
    expected: atNode(name, service, port, live),
  }));
}

function atNode(node: string, service: Service, port: ServicePort, live: Live): Expected {
  const expected = expectedFrom(service, port);
  const drops = expected.clientKept === true && !hasPodOn(node, service, live);
  return drops ? { by: 'nobody' } : expected;
}

function loadBalancer(service: Service, port: ServicePort, protocol: Protocol): Found {
  const { spec, status } = service;
  if (spec.type !== 'LoadBalancer') return [];
  const way = 'LoadBalancer';
  const given = (status?.loadBalancer?.ingress ?? []).flatMap(({ ip, hostname }) => ip ?? hostname ?? []);
  if (given.length === 0) {
    return [{ way, asked: nameText(service, port), reason: 'nobody gave the Service an address', failed: true }];
  }
  return given.map((address) => ({
    way,
    asked: addressText(protocol, address, port.port),
    protocol,
    sender: { from: 'machine', address, port: port.port },
    expected: expectedFrom(service, port),
  }));
}

function externalIps(service: Service, port: ServicePort, protocol: Protocol, live: Live): Found {
  return (service.spec.externalIPs ?? []).map((address) => {
    const node = live.nodes.find((one) => one.address === address);
    return {
      way: 'externalIPs',
      asked: addressText(protocol, address, port.port),
      protocol,
      sender: { from: 'machine', address, port: port.port },
      expected: node === undefined ? expectedFrom(service, port) : atNode(node.name, service, port, live),
    };
  });
}

function fromPod(service: Service, port: ServicePort, protocol: Protocol, live: Live): Found {
  const { namespace = '' } = service.metadata;
  const host = fullName(service, live);
  const [first] = podsOf(service, live);
  // DNS leads to the pods themselves, past the ports of the Service.
  const number = isHeadless(service) && first !== undefined ? targetNumber(port, first) : port.port;
  if (number === undefined) {
    return [
      { way: wayName(service), asked: nameText(service, port), reason: 'no pod has the target port', failed: true },
    ];
  }
  const drops = service.spec.internalTrafficPolicy === 'Local' && !hasPodOn(live.clientNode(namespace), service, live);
  return [
    {
      way: wayName(service),
      asked: addressText(protocol, host, number),
      protocol,
      sender: { from: 'pod', namespace, host, port: number },
      expected: drops
        ? { by: 'nobody' }
        : { by: choiceOf(service), port, onePod: service.spec.sessionAffinity === 'ClientIP' && !isHeadless(service) },
    },
  ];
}

/** Pods of a StatefulSet have names of their own below that of its Service. */
function namedPods(service: Service, port: ServicePort, protocol: Protocol, live: Live): Found {
  const { name, namespace = '' } = service.metadata;
  if (!isHeadless(service)) return [];
  return podsOf(service, live).flatMap((pod) => {
    const { hostname, subdomain } = pod.spec;
    const number = targetNumber(port, pod);
    if (hostname === undefined || subdomain !== name || number === undefined) return [];
    const host = `${hostname}.${fullName(service, live)}`;
    return {
      way: 'headless (one pod)',
      asked: addressText(protocol, host, number),
      protocol,
      sender: { from: 'pod', namespace, host, port: number },
      expected: { by: { namespace, names: [pod.metadata.name] }, port },
    };
  });
}

/** The name of a headless Service stands for all of its pods. */
function podAddresses(service: Service, live: Live): Way {
  const host = fullName(service, live);
  return {
    way: 'headless (DNS)',
    asked: host,
    protocol: 'udp',
    sender: { from: 'dns', namespace: service.metadata.namespace ?? '', host },
    expected: { by: choiceOf(service) },
  };
}

function throughApiServer(service: Service, port: ServicePort, protocol: Protocol): Found {
  if (protocol === 'udp' || service.spec.selector === undefined) return [];
  const { name, namespace = '' } = service.metadata;
  const expected = { by: choiceOf(service), port };
  const target = `service/${name}`;
  const forward: Way = {
    way: 'kubectl port-forward',
    asked: `${target} :${port.port}`,
    protocol,
    sender: { from: 'port-forward', namespace, target, port: port.port },
    expected,
  };
  if (protocol === 'tcp') return [forward];
  const path = `/api/v1/namespaces/${namespace}/services/${protocol === 'https' ? 'https:' : ''}${name}:${port.name ?? port.port}/proxy/`;
  return [forward, { way: 'kubectl proxy', asked: path, protocol: 'http', sender: { from: 'proxy', path }, expected }];
}

function wayName(service: Service): string {
  return isHeadless(service) ? 'headless' : 'ClusterIP';
}

function nameText({ metadata }: Service, { port }: Pick<ServicePort, 'port'>): string {
  return `${metadata.namespace ?? ''}/${metadata.name}:${port}`;
}
