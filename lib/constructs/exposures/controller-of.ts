import type { ControllerName } from '../../controllers';
import { controllerOfClass, controllers } from '../../controllers';
import type { Controller } from '../../controllers/controller';
import type { Route, WrittenRoute } from '../../controllers/dialect';
import { alternatives } from '../../controllers/who-can';
import { quoteList } from '../../kubernetes/wording';
import { ConstructError } from '../construct-error';
import type { InstalledController } from '../controllers/installed-controller';
import type { ExposureContext } from './exposure-context';
import type { IngressExposure } from './ingress';

/** Whoever will read the objects of an Ingress. */
export interface RouteWriter {
  /** @throws ConstructError where the controller cannot do what the options ask for */
  write(route: Route): WrittenRoute;
}

/** The controller of an Ingress; undefined where nothing is known of it and nothing special is asked. */
export function controllerOf(
  name: string,
  exposure: IngressExposure,
  context: ExposureContext,
): RouteWriter | undefined {
  const facts = factsOf(exposure, context);
  const asked = Object.keys(exposure.options ?? {});
  if (facts !== undefined) {
    return {
      write(route) {
        const written = facts.write(route);
        settleNeeds(`Ingress '${name}'`, written, exposure.controller, context, alternatives(facts, route));
        return written;
      },
    };
  }
  if (asked.length === 0) return undefined;
  throw new ConstructError(
    context.scope,
    `Ingress '${name}' has the options ${quoteList(asked)}, and the make of its controller is not known. ` +
      `Set \`controller\` to one of ${quoteList(Object.keys(controllers))}, or tell the Target the controller of the class.`,
  );
}

function factsOf({ controller, className }: IngressExposure, { target }: ExposureContext): Controller | undefined {
  if (typeof controller === 'string') return controllers[controller];
  if (controller !== undefined) return controller.facts;
  const known = target.ingressClasses?.find((one) =>
    className === undefined ? one.default === true : one.name === className,
  );
  return known === undefined ? undefined : controllerOfClass(known);
}

/**
 * Hands on what the controller must be told.
 *
 * @param where the route, for messages: `Ingress 'web'`
 * @param others who could do what this controller cannot
 * @throws ConstructError where something asked for cannot be had
 */
export function settleNeeds(
  where: string,
  written: Pick<WrittenRoute, 'needs' | 'problems'>,
  controller: ControllerName | InstalledController | undefined,
  { scope, need }: ExposureContext,
  others: readonly string[],
): void {
  const problems = [...written.problems];
  for (const one of written.needs) {
    const problem = typeof controller === 'object' ? controller.require(one) : undefined;
    if (problem !== undefined) problems.push(problem);
    if (typeof controller !== 'object') need(one);
  }
  if (problems.length > 0) throw new ConstructError(scope, `${where}: ${[...problems, ...others].join('; ')}.`);
}
