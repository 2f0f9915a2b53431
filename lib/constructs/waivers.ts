import type { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { annotationOfWaiver, waiverProblems, type Waiver } from '../findings/waiver';
import { ConstructError } from './construct-error';
import type { Exposure } from './exposures/exposure';
import { serviceName } from './exposures/write-exposures';
import { portRouteName } from './exposures/write-port-route';

/** The objects of an application, as far as exposures are written as them. */
export interface ExposedObjects {
  readonly workload?: ApiObject | undefined;
  readonly services: Readonly<Record<string, ApiObject>>;
  readonly routes: readonly ApiObject[];
}

/** Writes the waivers of exposures on the objects that the exposures became, where the check reads them. */
export function writeWaivers(
  scope: IConstruct,
  name: string,
  exposures: readonly Exposure[],
  objects: ExposedObjects,
): void {
  for (const exposure of exposures) {
    for (const waiver of exposure.waivers ?? []) {
      writeWaiver(scope, `Exposure.${exposure.mode}`, waiver, objectsOf(name, exposure, objects));
    }
  }
}

/** Writes a waiver on objects. @throws ConstructError where it is none */
export function writeWaiver(scope: IConstruct, what: string, waiver: Waiver, objects: readonly ApiObject[]): void {
  checkWaiver(scope, what, waiver);
  const [key, value] = annotationOfWaiver(waiver);
  for (const object of objects) object.metadata.addAnnotation(key, value);
}

function objectsOf(
  name: string,
  exposure: Exposure,
  { workload, services, routes }: ExposedObjects,
): readonly ApiObject[] {
  const named = (wanted: string): ApiObject[] => routes.filter((route) => route.name === wanted);
  switch (exposure.mode) {
    case 'hostNetwork':
    case 'hostPort':
      return workload === undefined ? [] : [workload];
    case 'ingress':
      return named(exposure.name ?? name);
    case 'tcpRoute':
    case 'udpRoute':
      return named(portRouteName(name, exposure));
    default: {
      const service =
        services[exposure.mode === 'externalName' ? (exposure.name ?? name) : serviceName(name, exposure)];
      return service === undefined ? [] : [service];
    }
  }
}

function checkWaiver(scope: IConstruct, what: string, waiver: Waiver): void {
  const isRule = /^[a-z0-9-]+\/[a-z0-9-]+$/.test(waiver.rule);
  const problems = [
    ...(isRule ? [] : [`'${waiver.rule}' is the id of no rule: \`exposed-app rules\` lists them`]),
    ...waiverProblems({ ...waiver }),
  ];
  if (problems.length > 0) throw new ConstructError(scope, `A waiver of ${what} is of no use: ${problems.join('; ')}.`);
}
