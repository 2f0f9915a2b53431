import { ConstructError } from '../construct-error';
import type { AppPort } from '../ports';
import { checkPortNumber } from '../ports';
import type { ExposureContext } from './exposure-context';
import type { ClusterIpOptions, NodeServicePort } from './service-options';
import type { WrittenObject } from '../written-object';

/** The members of a Service that its mode decides, and the annotations that come with them. */
export interface ServiceMode {
  readonly spec: Readonly<Record<string, unknown>>;
  readonly annotations?: Readonly<Record<string, string>>;
  /** Whether ports may have a nodePort. */
  readonly nodePorts?: boolean;
}

type Options = Omit<ClusterIpOptions, 'ports'> & { readonly ports?: readonly NodeServicePort[] };

/** A Service object, less its name and labels. Every target port is named, so that a pod's port may change its number alone. */
export function writeService(
  name: string,
  options: Options,
  mode: ServiceMode,
  context: ExposureContext,
): WrittenObject {
  checkOptions(name, options, context);
  const { sessionAffinity } = options;
  return {
    metadata: { annotations: { ...mode.annotations, ...options.annotations } },
    spec: {
      ...mode.spec,
      clusterIP: options.clusterIp ?? mode.spec['clusterIP'],
      ipFamilyPolicy: options.ipFamilyPolicy,
      ipFamilies: options.ipFamilies,
      internalTrafficPolicy: options.internalTrafficPolicy,
      trafficDistribution: options.trafficDistribution,
      sessionAffinity: sessionAffinity === undefined ? undefined : 'ClientIP',
      sessionAffinityConfig:
        sessionAffinity?.timeoutSeconds === undefined
          ? undefined
          : { clientIP: { timeoutSeconds: sessionAffinity.timeoutSeconds } },
      publishNotReadyAddresses: options.publishNotReadyAddresses,
      selector: context.selector,
      ports: servicePorts(name, options.ports, mode.nodePorts ?? false, context),
    },
  };
}

/** The application's port behind a Service port, and the number that clients use. */
export function chosenPorts(
  name: string,
  ports: readonly NodeServicePort[] | undefined,
  context: Pick<ExposureContext, 'ports' | 'scope'>,
): readonly (NodeServicePort & { readonly servicePort: number; readonly target: AppPort })[] {
  const chosen: readonly NodeServicePort[] = ports ?? context.ports.all.map((port) => ({ port: port.name }));
  return chosen.map((entry) => {
    const target = context.ports.named(entry.port, `Service '${name}'`);
    return { ...entry, servicePort: entry.servicePort ?? target.number, target };
  });
}

function servicePorts(
  name: string,
  ports: readonly NodeServicePort[] | undefined,
  nodePorts: boolean,
  context: ExposureContext,
): readonly object[] {
  const { scope } = context;
  const chosen = chosenPorts(name, ports, context);
  if (chosen.length === 0) {
    throw new ConstructError(
      scope,
      `Service '${name}' has no port to offer. Declare the ports of the application in \`ports\`.`,
    );
  }
  const taken = new Map<string, string>();
  return chosen.map(({ target, servicePort, nodePort }) => {
    const protocol = target.protocol ?? 'TCP';
    checkPortNumber(scope, `The servicePort of port '${target.name}' in Service '${name}'`, servicePort);
    claim(taken, `${servicePort}/${protocol}`, target.name, name, context);
    claim(taken, target.name, target.name, name, context);
    if (nodePort !== undefined) {
      checkNodePort(name, target.name, nodePort, nodePorts, context);
      claim(taken, `node ${nodePort}/${protocol}`, target.name, name, context);
    }
    return {
      name: target.name,
      port: servicePort,
      protocol,
      targetPort: target.name,
      nodePort,
      appProtocol: target.appProtocol,
    };
  });
}

function claim(
  taken: Map<string, string>,
  key: string,
  port: string,
  service: string,
  { scope }: ExposureContext,
): void {
  const other = taken.get(key);
  if (other !== undefined) {
    const what = key === port ? 'is named twice' : `and '${other}' both take ${key.replace('node ', 'nodePort ')}`;
    throw new ConstructError(
      scope,
      `In Service '${service}' the port '${port}' ${what}. Each port stands there once, under a number of its own.`,
    );
  }
  taken.set(key, port);
}

function checkNodePort(
  service: string,
  port: string,
  nodePort: number,
  allowed: boolean,
  { scope, target }: ExposureContext,
): void {
  if (!allowed) {
    throw new ConstructError(
      scope,
      `Service '${service}' gives port '${port}' the nodePort ${nodePort}, and has no node ports. Use Exposure.nodePort or Exposure.loadBalancer.`,
    );
  }
  checkInNodePortRange(service, `The nodePort of port '${port}'`, nodePort, { scope, target });
}

/** @throws ConstructError where a port of the nodes is outside the range of the target. */
export function checkInNodePortRange(
  service: string,
  what: string,
  number: number,
  { scope, target }: Pick<ExposureContext, 'scope' | 'target'>,
): void {
  const [first, last] = target.nodePortRange;
  if (Number.isInteger(number) && number >= first && number <= last) return;
  throw new ConstructError(
    scope,
    `${what} in Service '${service}' is ${number}, outside the target's range of node ports, ${first} to ${last}. ` +
      'Choose one inside, leave it out and the cluster picks one, or tell the Target its nodePortRange.',
  );
}

function checkOptions(name: string, options: Options, { scope, target }: ExposureContext): void {
  const { sessionAffinity, ipFamilyPolicy, ipFamilies = [], trafficDistribution } = options;
  const seconds = sessionAffinity?.timeoutSeconds;
  if (seconds !== undefined && !(Number.isInteger(seconds) && seconds >= 1 && seconds <= 86400)) {
    throw new ConstructError(
      scope,
      `The session affinity of Service '${name}' ends after ${seconds} seconds. Allowed are 1 to 86400, a day.`,
    );
  }
  const missing = ipFamilies.find((family) => !target.ipFamilies.includes(family));
  if (missing !== undefined) {
    throw new ConstructError(
      scope,
      `Service '${name}' asks for ${missing}, and the target has ${target.ipFamilies.join(' and ')} only. Tell the Target its ipFamilies.`,
    );
  }
  if ((ipFamilyPolicy === 'RequireDualStack' || ipFamilyPolicy === 'PreferDualStack') && target.ipFamilies.length < 2) {
    throw new ConstructError(
      scope,
      `Service '${name}' asks for both address families (${ipFamilyPolicy}), and the target has ${target.ipFamilies.join()} only. Tell the Target its ipFamilies.`,
    );
  }
  const needed = trafficDistribution === undefined ? 0 : trafficDistribution === 'PreferClose' ? 31 : 34;
  if (target.minor < needed) {
    throw new ConstructError(
      scope,
      `Service '${name}' has trafficDistribution ${trafficDistribution ?? ''}, which needs Kubernetes 1.${needed}; the target is 1.${target.minor}. Leave it out, or aim at a newer version.`,
    );
  }
}
