import type { ApiObject } from 'cdk8s';
import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import type { ControllerNeed } from '../controllers/dialect';
import type { Target } from '../target/target';
import { ConstructError } from './construct-error';
import type { ExposedAppProps, ExternalAppProps, SelectorAppProps, WorkloadAppProps } from './exposed-app-props';
import type { Exposure, PodExposure, ServiceExposure } from './exposures/exposure';
import type { ExposureContext } from './exposures/exposure-context';
import type { WrittenExposures, WrittenService } from './exposures/write-exposures';
import { serviceName, writeExposures } from './exposures/write-exposures';
import { writeOutside } from './exposures/write-outside';
import { hostAccessOf } from './host-access';
import { writeNetworkPolicy } from './isolation/network-policy';
import type { AppPods } from './isolation/props';
import { ObjectMaker } from './object-maker';
import { AppPorts } from './ports';
import { AdoptedWorkload } from './workload/given-workload';
import { writeWaiver, writeWaivers } from './waivers';
import type { OwnWorkload, OwnWorkloadProps } from './workload/own-workload';
import { containersOf, makeOwnWorkload } from './workload/own-workload';

/** The objects of an application. */
export interface BuiltApp extends Partial<OwnWorkload> {
  readonly ports: AppPorts;
  readonly written: readonly WrittenService[];
  readonly services: Readonly<Record<string, ApiObject>>;
  /** Ingresses, and what controllers read beside them or in their place. */
  readonly routes: readonly ApiObject[];
  /** What somebody else's controller must be told, in words. */
  readonly controllerNeeds: readonly string[];
  /** Undefined where the application has none. */
  readonly pods?: AppPods;
  readonly networkPolicy?: ApiObject | undefined;
}

type MadeExposures = Pick<BuiltApp, 'written' | 'services' | 'routes' | 'controllerNeeds' | 'pods' | 'networkPolicy'>;

/** The types say that there is nothing to isolate; a program in JavaScript has none. */
type AliasProps = Partial<Omit<ExternalAppProps, 'isolate'>> & { readonly isolate?: WorkloadAppProps['isolate'] };

/** The label by which Services select the pods of a workload that somebody else described. */
const adoptedLabel = 'exposed-app/name';

export function buildApp(scope: Construct, name: string, props: ExposedAppProps, target: Target): BuiltApp {
  return new AppBuilder(scope, name, props, target).build(props);
}

class AppBuilder {
  private readonly scope: Construct;
  private readonly name: string;
  private readonly target: Target;
  private readonly namespace: string | undefined;
  private readonly maker: ObjectMaker;
  private readonly controllerNeeds = new Map<string, string>();

  constructor(scope: Construct, name: string, props: ExposedAppProps, target: Target) {
    this.scope = scope;
    this.name = name;
    this.target = target;
    this.namespace = props.namespace ?? Chart.of(scope).namespace;
    this.maker = new ObjectMaker(scope, name, props);
  }

  build(props: ExposedAppProps): BuiltApp {
    const built = this.buildAny(props);
    writeWaivers(this.scope, this.name, props.exposures ?? [], built);
    const { workload } = built;
    for (const waiver of 'waivers' in props ? (props.waivers ?? []) : []) {
      writeWaiver(this.scope, 'the pods', waiver, workload === undefined ? [] : [workload]);
    }
    return built;
  }

  private buildAny(props: ExposedAppProps): BuiltApp {
    if (props.workload !== undefined) return this.adopt(props);
    if (props.selector !== undefined) return this.select(props);
    if (props.image !== undefined || props.containers !== undefined) return this.own(props);
    return this.alias(props);
  }

  private own(props: OwnWorkloadProps): BuiltApp {
    const { scope, name, target, maker } = this;
    this.refuseExternalName(props.exposures ?? []);
    const selector = { 'app.kubernetes.io/name': name };
    const { containers, sidecars } = containersOf(name, props);
    const ports = new AppPorts(
      scope,
      [...containers, ...sidecars].flatMap((container) => container.ports ?? []),
    );
    const exposures = withGoverningService(props);
    const host = hostAccessOf(scope, exposures, ports);
    const headless = exposures.find((exposure) => exposure.mode === 'headless');
    const governingService = headless === undefined ? name : serviceName(name, headless);
    const made = makeOwnWorkload(props, { scope, name, ports, host, selector, target, maker, governingService });
    return { ...made, ports, ...this.expose(exposures, ports, selector, props.isolate) };
  }

  private adopt(props: WorkloadAppProps): BuiltApp {
    this.refuseExternalName(props.exposures);
    const adopted = new AdoptedWorkload(this.scope, props.workload, props.ports);
    const ports = new AppPorts(this.scope, adopted.ports);
    const selector = { [adoptedLabel]: this.name };
    adopted.label(selector);
    adopted.open(hostAccessOf(this.scope, props.exposures, ports));
    return { workload: adopted.object, ports, ...this.expose(props.exposures, ports, selector, props.isolate) };
  }

  private select(props: SelectorAppProps): BuiltApp {
    if (Object.keys(props.selector).length === 0) {
      throw new ConstructError(
        this.scope,
        'selector is empty, and would take every pod of the namespace. Name at least one label.',
      );
    }
    const ports = new AppPorts(this.scope, props.ports);
    return { ports, ...this.expose(props.exposures, ports, props.selector, props.isolate) };
  }

  private alias({ exposures, ports: declared = [], isolate }: AliasProps): BuiltApp {
    if (isolate !== undefined && isolate !== false)
      throw new ConstructError(this.scope, 'isolate is set, and there are no pods here to isolate. Leave it out.');
    if (exposures === undefined || exposures.length === 0) {
      throw new ConstructError(
        this.scope,
        'There is nothing to expose. Give an `image`, `containers`, a `workload`, a `selector` with `ports`, or an Exposure.externalName.',
      );
    }
    const ports = new AppPorts(this.scope, declared);
    return { ports, ...this.make(writeOutside(exposures, this.context(ports, {}))) };
  }

  private expose(
    exposures: readonly PodExposure[],
    ports: AppPorts,
    selector: ExposureContext['selector'],
    isolate: WorkloadAppProps['isolate'] = false,
  ): MadeExposures {
    const byService = exposures.filter(
      (exposure): exposure is ServiceExposure => exposure.mode !== 'hostNetwork' && exposure.mode !== 'hostPort',
    );
    const hostNetwork = exposures.some(({ mode }) => mode === 'hostNetwork');
    return {
      ...this.make(writeExposures(byService, this.context(ports, selector))),
      pods: { namespace: this.namespace, labels: selector, hostNetwork },
      networkPolicy: this.isolated(exposures, ports, selector, isolate),
    };
  }

  private isolated(
    exposures: readonly PodExposure[],
    ports: AppPorts,
    selector: ExposureContext['selector'],
    isolate: NonNullable<WorkloadAppProps['isolate']>,
  ): ApiObject | undefined {
    if (isolate === false) return undefined;
    const { scope, name, maker } = this;
    const policy = writeNetworkPolicy({ scope, ports, selector }, exposures, isolate === true ? {} : isolate);
    return maker.make('networking.k8s.io/v1', 'NetworkPolicy', name, policy);
  }

  private context(ports: AppPorts, selector: ExposureContext['selector']): ExposureContext {
    const { scope, name, target, namespace, controllerNeeds } = this;
    const need = (one: ControllerNeed) => void controllerNeeds.set(one.id, one.setting);
    return { scope, name, namespace, ports, selector, target, need };
  }

  private make({ services, routes }: WrittenExposures): MadeExposures {
    const { maker, controllerNeeds } = this;
    return {
      written: services,
      services: maker.makeAll('v1', 'Service', services),
      routes: routes.map((route) =>
        maker.make(route.apiVersion, route.kind, route.name, { metadata: route, spec: route.spec, data: route.data }),
      ),
      controllerNeeds: [...controllerNeeds.values()],
    };
  }

  /** The types say it too; a program in JavaScript has none. */
  private refuseExternalName(exposures: readonly Exposure[]): void {
    if (!exposures.some((exposure) => exposure.mode === 'externalName')) return;
    throw new ConstructError(
      this.scope,
      'Exposure.externalName is a name for something outside of the cluster, and this application has pods. Make an ExposedApp of its own for the name.',
    );
  }
}

/** A StatefulSet needs a headless Service: its pods get their names there. */
function withGoverningService({ stateful, exposures = [] }: OwnWorkloadProps): readonly PodExposure[] {
  if (stateful === undefined || exposures.some((exposure) => exposure.mode === 'headless')) return exposures;
  return [...exposures, { mode: 'headless' }];
}
