import { itemsOf, valueAt } from '../../manifests/untyped';

type Fields = Readonly<Record<string, unknown>>;

/**
 * The object as policies of the cluster see it, with what the API server fills in before it asks them: without that, an expression that reads
 * `object.spec.type` would fail where a Service names no type. Covers Services and pods, which policies are written about.
 */
export function withServerDefaults(manifest: Fields): Fields {
  const { kind, apiVersion } = manifest;
  if (apiVersion === 'v1' && kind === 'Service') return within(manifest, ['spec'], serviceDefaults);
  if (apiVersion === 'v1' && kind === 'Pod') return within(manifest, ['spec'], podDefaults);
  const withTemplate = within(manifest, ['spec', 'template', 'spec'], podDefaults);
  return kind === 'CronJob'
    ? within(withTemplate, ['spec', 'jobTemplate', 'spec', 'template', 'spec'], podDefaults)
    : kind === 'Deployment' || kind === 'StatefulSet' || kind === 'ReplicaSet'
      ? within(withTemplate, ['spec'], (spec) => ({ replicas: 1, ...spec }))
      : withTemplate;
}

function serviceDefaults(spec: Fields): Fields {
  const type = spec['type'] ?? 'ClusterIP';
  const isExternal = type === 'NodePort' || type === 'LoadBalancer';
  return {
    ...{ sessionAffinity: 'None' },
    ...(type === 'ExternalName' ? {} : { internalTrafficPolicy: 'Cluster', ipFamilyPolicy: 'SingleStack' }),
    ...(isExternal ? { externalTrafficPolicy: 'Cluster' } : {}),
    ...(type === 'LoadBalancer' ? { allocateLoadBalancerNodePorts: true } : {}),
    ...spec,
    type,
    ...(spec['ports'] == null
      ? {}
      : { ports: listOf(spec['ports'], (port) => ({ protocol: 'TCP', targetPort: port['port'], ...port })) }),
  };
}

function podDefaults(spec: Fields): Fields {
  const lists = ['containers', 'initContainers'].flatMap((name) =>
    spec[name] == null ? [] : [[name, listOf(spec[name], containerDefaults)] as const],
  );
  return {
    ...{ restartPolicy: 'Always', dnsPolicy: 'ClusterFirst', terminationGracePeriodSeconds: 30 },
    ...{ securityContext: {}, schedulerName: 'default-scheduler', enableServiceLinks: true },
    ...spec,
    ...Object.fromEntries(lists),
  };
}

function containerDefaults(container: Fields): Fields {
  const image = typeof container['image'] === 'string' ? container['image'] : '';
  const isLatest = !/[:@][^/]+$/.test(image) || image.endsWith(':latest');
  return {
    ...{ imagePullPolicy: isLatest ? 'Always' : 'IfNotPresent', resources: {} },
    ...{ terminationMessagePath: '/dev/termination-log', terminationMessagePolicy: 'File' },
    ...container,
    ...(container['ports'] == null
      ? {}
      : { ports: listOf(container['ports'], (port) => ({ protocol: 'TCP', ...port })) }),
  };
}

function listOf(list: unknown, change: (item: Fields) => Fields): unknown[] {
  return itemsOf(list).map((item) => (isMap(item) ? change(item) : item));
}

/** The manifest with the map at these fields changed, where there is one. */
function within(manifest: Fields, [field, ...below]: readonly string[], change: (map: Fields) => Fields): Fields {
  const value = field === undefined ? undefined : valueAt(manifest, field);
  if (field === undefined || !isMap(value)) return manifest;
  return { ...manifest, [field]: below.length === 0 ? change(value) : within(value, below, change) };
}

function isMap(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
