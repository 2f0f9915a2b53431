import { Chart, Testing } from 'cdk8s';
import { Exposure, IngressController } from '../../../lib';
import { code, list, table } from './table';

interface Rule {
  readonly resources?: readonly string[];
  readonly verbs: readonly string[];
}

interface PodSpec {
  readonly containers: readonly {
    readonly name: string;
    readonly image: string;
    readonly ports?: readonly { readonly name: string; readonly containerPort: number }[];
    readonly securityContext?: {
      readonly runAsUser?: number;
      readonly capabilities?: { readonly add?: readonly string[] };
      readonly readOnlyRootFilesystem?: boolean;
    };
  }[];
  readonly securityContext?: { readonly sysctls?: readonly { readonly name: string; readonly value: string }[] };
}

/** An object of an installation, with as much of its shape as is told of it. */
interface Installed {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly labels?: Readonly<Record<string, string>> };
  readonly rules?: readonly Rule[];
  readonly spec?: { readonly template?: { readonly spec: PodSpec } };
}

const readVerbs = ['get', 'list', 'watch'];

/** What the installation of each controller takes, read off the manifests that it makes behind a load balancer. */
export function installationTables(ids: readonly string[]): string {
  const installed = ids.flatMap((id) => {
    const objects = objectsOf(id);
    return objects === undefined ? [] : [{ id, objects }];
  });
  const pods = table(
    ['controller', 'container', 'image', 'ports', 'user', 'capabilities', 'sysctls', 'root file system'],
    installed.flatMap(({ id, objects }) => podRows(id, objects)),
  );
  const rights = table(
    ['controller', 'Pod Security level of its namespace', 'reads in all namespaces', 'writes in all namespaces'],
    installed.map(({ id, objects }) => [code(id), levelOf(objects), ...rightsOf(objects)]),
  );
  return `${pods}\n\n${rights}`;
}

/** The factory of a controller has its id as its name; those that make nothing take no scope. */
function objectsOf(id: string): readonly Installed[] | undefined {
  const name = id.replace(/-(.)/g, (_dash, letter: string) => letter.toUpperCase());
  const factory: unknown = Reflect.get(IngressController, name);
  if (typeof factory !== 'function')
    throw new Error(`IngressController has no factory ${name} for the controller ${id}`);
  if (factory.length < 3) return undefined;
  const chart = new Chart(Testing.app(), 'installation');
  const exposures = [Exposure.loadBalancer()];
  const props = id === 'ingress-nginx' ? { exposures, acknowledgeRetired: true } : { exposures };
  Reflect.apply(factory, IngressController, [chart, id, props]);
  return Testing.synth(chart) as readonly Installed[];
}

function podRows(id: string, objects: readonly Installed[]): readonly (readonly string[])[] {
  const pods = objects
    .filter(({ kind }) => kind === 'Deployment' || kind === 'DaemonSet')
    .flatMap(({ spec }) => spec?.template?.spec ?? []);
  return pods.flatMap((pod) =>
    pod.containers.map(({ name, image, ports = [], securityContext = {} }) => [
      code(id),
      code(name),
      code(image.replace(/@.*$/, '')),
      list(ports.map((port) => `${port.name} ${port.containerPort}`)),
      String(securityContext.runAsUser ?? '-'),
      list((securityContext.capabilities?.add ?? []).map(code)),
      list((pod.securityContext?.sysctls ?? []).map((sysctl) => code(`${sysctl.name}=${sysctl.value}`))),
      securityContext.readOnlyRootFilesystem === true ? 'read-only' : 'writable',
    ]),
  );
}

function levelOf(objects: readonly Installed[]): string {
  const namespace = objects.find(({ kind }) => kind === 'Namespace');
  return namespace?.metadata.labels?.['pod-security.kubernetes.io/enforce'] ?? '-';
}

function rightsOf(objects: readonly Installed[]): readonly [string, string] {
  const rules = objects.filter(({ kind }) => kind === 'ClusterRole').flatMap(({ rules: own = [] }) => own);
  const named = (wanted: (verb: string) => boolean): string =>
    list(
      [...new Set(rules.filter(({ verbs }) => verbs.some(wanted)).flatMap(({ resources = [] }) => resources))].sort(),
    );
  return [named((verb) => readVerbs.includes(verb)), named((verb) => !readVerbs.includes(verb))];
}
