import type { Route, ServiceType } from './dialect';

/** A port of the Service that a route leads to. */
export interface ServicePort {
  readonly service: string;
  readonly name: string;
  readonly number: number;
  /** Of the Service; undefined where it is not known. */
  readonly type: ServiceType | undefined;
}

/** The ports that the rules and the default backend of a route lead to, each one once. */
export function servicePortsOf({ rules, defaultBackend }: Route): readonly ServicePort[] {
  const backends = [...rules.flatMap(({ paths }) => paths.map(({ backend }) => backend)), defaultBackend];
  const ports = backends.flatMap((backend) =>
    backend !== undefined && 'service' in backend
      ? [{ service: backend.service.name, type: backend.service.type, ...backend.service.port }]
      : [],
  );
  return ports.filter(({ name }, i) => ports.findIndex((other) => other.name === name) === i);
}
