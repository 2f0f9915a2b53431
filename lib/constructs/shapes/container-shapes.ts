import {
  anything,
  boolean,
  fields,
  listOf,
  mapOf,
  misfit,
  needed,
  number,
  propsOf,
  text,
  textOr,
  type Shape,
  type Shapes,
} from '../../kubernetes/shape';
import type { AppPort } from '../ports';
import type { ContainerProps, NamedContainerProps } from '../workload/container';
import type { EnvFrom } from '../workload/env';
import { isPlusRenderable } from '../workload/plus';
import type { Check, HttpCheck, Lifecycle, LifecycleHandler, Probes, ProbeTiming } from '../workload/probes';
import type { Mount } from '../workload/volumes';

export const portsShape = listOf(
  propsOf<AppPort>({ name: needed(text), number: needed(number), protocol: text, appProtocol: text }),
);

/** Something that is known by its name. */
export const named = textOr(fields);

const http = propsOf<HttpCheck>({ path: text, port: text, scheme: text, headers: mapOf(text) });
const command = listOf(text);
const portCheck = propsOf<{ port?: string }>({ port: text });

/** What cdk8s-plus made is its own affair. */
const ownOrPlus =
  (own: Shape): Shape =>
  (value) =>
    isPlusRenderable(value) ? undefined : own(value);

const probe = ownOrPlus(
  propsOf<Check & ProbeTiming>(
    {
      ...{ http, tcp: portCheck, exec: command },
      grpc: propsOf<{ port?: string; service?: string }>({ port: text, service: text }),
      initialDelaySeconds: number,
      periodSeconds: number,
      timeoutSeconds: number,
      failureThreshold: number,
      successThreshold: number,
    },
    ['http', 'tcp', 'grpc', 'exec'],
  ),
);
const handler = ownOrPlus(
  propsOf<Partial<Extract<LifecycleHandler, { readonly http: HttpCheck }>>>(
    { http, exec: command, sleepSeconds: number },
    ['http', 'exec', 'sleepSeconds'],
  ),
);

/** A text, or a source; `EnvValue` of cdk8s-plus has more members than ours. */
const envValue: Shape = (value) => {
  if (typeof value === 'string' || fields(value) === undefined) return undefined;
  return misfit(
    value,
    typeof value === 'number' || typeof value === 'boolean'
      ? `a text is needed, '${value}'`
      : 'give a text or what Env makes, or leave it out',
  );
};

/** What every container has. */
export const ofContainer: Shapes<ContainerProps> = {
  image: needed(text),
  imagePullPolicy: text,
  ...{ command, args: command },
  workingDir: text,
  ports: portsShape,
  env: mapOf(envValue),
  envFrom: listOf(propsOf<EnvFrom>({ configMap: named, secret: named, prefix: text, optional: boolean })),
  mounts: mapOf(textOr(propsOf<Mount>({ volume: needed(text), readOnly: boolean, subPath: text }))),
  writableDirectories: listOf(text),
  resources: propsOf<NonNullable<ContainerProps['resources']>>({ requests: mapOf(text), limits: mapOf(text) }),
  probes: propsOf<Probes>({ liveness: probe, readiness: probe, startup: probe }),
  lifecycle: propsOf<Lifecycle>({ postStart: handler, preStop: handler }),
  runAsUser: number,
  runAsGroup: number,
  runAsRoot: boolean,
  writableRootFilesystem: boolean,
  allowPrivilegeEscalation: boolean,
  addCapabilities: listOf(text),
  privileged: boolean,
  unconfinedSeccomp: boolean,
  securityContext: anything,
};

export const containersShape = listOf(propsOf<NamedContainerProps>({ ...ofContainer, name: needed(text) }));
