import { ConstructError } from '../construct-error';
import type { Exposure } from './exposure';
import type { ExposureContext } from './exposure-context';
import type { ExternalNameExposure } from './external-name';
import { externalNameService } from './external-name';
import type { IngressExposure } from './ingress';
import { mergedObjects } from './merged-objects';
import type { WrittenExposures, WrittenService } from './write-exposures';
import { mergedNotes, withNotes } from './write-exposures';
import { writeIngress } from './write-ingress';

/** Names for a host outside, and ways in to it by an ingress controller. */
export function writeOutside(exposures: readonly Exposure[], context: ExposureContext): WrittenExposures {
  const { name, ports, scope } = context;
  const numbers = new Map(ports.all.map((port) => [port.name, port.number]));
  const ingresses = exposures.filter((exposure): exposure is IngressExposure => exposure.mode === 'ingress');
  const services = exposures
    .filter(({ mode }) => mode !== 'ingress')
    .map((exposure): WrittenService => {
      const alias = aliasOf(exposure, context);
      const object = externalNameService(alias, scope);
      // Only who reads the Service looks at its ports: DNS does not.
      const offered = ports.all.map(({ name: portName, number, protocol = 'TCP' }) => ({
        name: portName,
        port: number,
        protocol,
      }));
      const spec = ingresses.length > 0 ? { ...object.spec, ports: offered } : object.spec;
      return { name: alias.name ?? name, type: 'ExternalName', object: { ...object, spec }, numbers };
    });
  if (ingresses.length === 0) return { services, routes: [] };
  const host = onlyHost(services, context);
  const written = ingresses.map((exposure) => {
    const options = { ...exposure.options, externalNameBackend: true as const };
    return writeIngress(exposure.name ?? name, { ...exposure, options }, host, context);
  });
  const notes = mergedNotes(
    context,
    written.map(({ serviceAnnotations }) => serviceAnnotations),
  );
  const routes = mergedObjects(
    context,
    written.flatMap(({ objects }) => objects),
  );
  return { services: [withNotes(host, notes)], routes };
}

/** The host that Ingresses lead to. */
function onlyHost([first, second]: readonly WrittenService[], { scope }: ExposureContext): WrittenService {
  // The types say it too; a program in JavaScript has none.
  if (first === undefined)
    throw new ConstructError(
      scope,
      'Exposure.ingress has nothing to lead to. Give an `image`, `containers`, a `workload`, a `selector` with `ports`, or an Exposure.externalName.',
    );
  if (second !== undefined)
    throw new ConstructError(
      scope,
      'An Ingress leads to one host outside, and there are several Exposure.externalName. Make an ExposedApp for each.',
    );
  return first;
}

function aliasOf(exposure: Exposure, { scope }: ExposureContext): ExternalNameExposure {
  if (exposure.mode === 'externalName') return exposure;
  throw new ConstructError(
    scope,
    `Exposure.${exposure.mode} needs pods to lead to. Give an \`image\`, \`containers\`, a \`workload\`, or a \`selector\` with \`ports\`.`,
  );
}
