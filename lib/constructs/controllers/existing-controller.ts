import type { Construct } from 'constructs';
import type { ControllerName } from '../../controllers';
import { controllers } from '../../controllers';
import type { Controller } from '../../controllers/controller';
import type { ControllerNeed } from '../../controllers/dialect';
import { ConstructError } from '../construct-error';
import type { InstalledController } from './installed-controller';
import { makeIngressClass } from './parts/ingress-class';

/** What is known of a controller that is there already. */
export interface ExistingControllerProps {
  /** The name of its class. @default - the one that its make comes with */
  readonly className?: string;
  /** Settings that are known to be made there, by the names that a refusal calls them by. @default - none */
  readonly settings?: readonly string[];
}

/** A controller that somebody else installed. */
export interface CustomControllerProps extends ExistingControllerProps {
  /** The make whose annotations and kinds it reads. */
  readonly dialect: ControllerName;
  readonly className: string;
  /** `spec.controller` of its IngressClass. @default - that of the make */
  readonly controllerString?: string;
  /** Ports of it that may lead to applications by TCP, for `Exposure.tcpRoute`. @default - none */
  readonly tcpPorts?: readonly number[];
  /** Ports of it that may lead to applications by UDP, for `Exposure.udpRoute`. @default - none */
  readonly udpPorts?: readonly number[];
}

/**
 * A controller that is there already: of a cloud, of a mesh, or installed by others. It is a value and no construct, since it makes nothing by
 * itself, so that one may be shared by all charts and programs that lead to it.
 */
export class ExistingController implements InstalledController {
  readonly facts: Controller;
  readonly className: string;
  private readonly settings: ReadonlySet<string>;

  constructor(facts: Controller, { className = facts.defaultClassName, settings = [] }: ExistingControllerProps) {
    this.facts = facts;
    this.className = className;
    this.settings = new Set(settings);
  }

  /** A reason where a route needs a setting that is not known to be made. */
  require({ id, setting }: ControllerNeed): string | undefined {
    if (this.settings.has(id)) return undefined;
    return `it needs ${setting}: nothing here installs ${this.facts.title}, so see to it there, and add '${id}' to the \`settings\` of its IngressController`;
  }

  /**
   * Makes its IngressClass, where nobody else has.
   *
   * @param props `default` to serve Ingresses that name no class, too; one class of a cluster may
   * @throws ConstructError where the controller knows classes by their names alone
   */
  makeIngressClass(scope: Construct, props: { readonly default?: boolean } = {}): void {
    const { className, facts } = this;
    if (facts.controllerString === undefined) {
      throw new ConstructError(
        scope,
        `${facts.title} knows the class '${className}' by its name, and reads no IngressClass. Make none.`,
      );
    }
    const isDefault = props.default === true;
    makeIngressClass(scope, { className, labels: {} }, { controller: facts.controllerString, isDefault });
  }
}

/** One that was installed by others. */
export function customController(props: CustomControllerProps): ExistingController {
  const { dialect, className, settings = [], tcpPorts = [], udpPorts = [] } = props;
  const make: Controller = controllers[dialect];
  const facts = { ...make, controllerString: props.controllerString ?? make.controllerString };
  // By these names dialects ask for a port of the controller.
  const listening = [...tcpPorts.map((port) => `listen-tcp-${port}`), ...udpPorts.map((port) => `listen-udp-${port}`)];
  return new ExistingController(facts, { className, settings: [...settings, ...listening] });
}
