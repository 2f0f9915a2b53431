import type { FieldPath } from '../../findings/field-path';
import type { KubernetesMinor } from '../../kubernetes/versions';
import { itemsOf, textOf, valueAt } from '../../manifests/untyped';
import type { Warning, Warnings } from './warning';

/** A file that a volume makes. */
interface VolumeFile {
  readonly text: string;
  readonly path: FieldPath;
}

const rule = 'warning/overlapping-paths';

/** warningsForOverlappingVirtualPaths: within one volume, two files at the same path, or one below the other. */
export function* volumePathWarnings(spec: unknown, path: FieldPath, minor: KubernetesMinor): Warnings {
  for (const [position, volume] of itemsOf(valueAt(spec, 'volumes')).entries()) {
    const here = path.child('volumes').index(position);
    for (const source of ['configMap', 'secret', 'downwardAPI']) {
      yield* overlaps(itemFiles(valueAt(volume, source), here.child(source)));
    }
    const files: VolumeFile[] = [];
    for (const [at, source] of itemsOf(valueAt(volume, 'projected', 'sources')).entries()) {
      const place = here.child('projected').child('sources').index(at);
      const found = projectedFiles(source, place, minor);
      if (found === undefined)
        yield { rule, path: place, message: 'nothing is projected: the source is none that this release knows' };
      else files.push(...found);
    }
    yield* overlaps(files);
  }
}

function itemFiles(source: unknown, path: FieldPath): readonly VolumeFile[] {
  return itemsOf(valueAt(source, 'items')).map((item, position) => ({
    text: textOf(valueAt(item, 'path')),
    path: path.child('items').index(position).child('path'),
  }));
}

const certificateFiles = ['certificateChainPath', 'keyPath', 'credentialBundlePath'];

/** The files of one source; undefined where the server sees none in it. */
function projectedFiles(source: unknown, path: FieldPath, minor: KubernetesMinor): readonly VolumeFile[] | undefined {
  for (const kind of ['configMap', 'secret', 'downwardAPI']) {
    if (valueAt(source, kind, 'items') !== undefined) return itemFiles(valueAt(source, kind), path.child(kind));
  }
  if (valueAt(source, 'serviceAccountToken') !== undefined)
    return filesAt(source, path, 'serviceAccountToken', ['path']);
  // Servers drop the sources of gates that are off: ClusterTrustBundleProjection and PodCertificateRequest are on since 1.37.
  if (minor >= 37 && valueAt(source, 'clusterTrustBundle') !== undefined) {
    return filesAt(source, path, 'clusterTrustBundle', ['path']);
  }
  if (minor >= 37 && valueAt(source, 'podCertificate') !== undefined) {
    return filesAt(source, path, 'podCertificate', certificateFiles);
  }
  return ['configMap', 'secret', 'downwardAPI'].some((kind) => valueAt(source, kind) !== undefined) ? [] : undefined;
}

function filesAt(source: unknown, path: FieldPath, kind: string, fields: readonly string[]): readonly VolumeFile[] {
  return fields.map((field) => ({ text: textOf(valueAt(source, kind, field)), path: path.child(kind).child(field) }));
}

function overlaps(files: readonly VolumeFile[]): readonly Warning[] {
  const warnings: Warning[] = [];
  const known: VolumeFile[] = [];
  for (const { text, path } of files) {
    const file = { text: text.replace(/\/+$/, ''), path };
    const other = known.find((earlier) => cover(earlier.text, file.text));
    if (other !== undefined) warnings.push({ rule, path, message: `'${text}' and '${other.text}' cover each other` });
    known.push(file);
  }
  return warnings;
}

function cover(one: string, other: string): boolean {
  if (one === '' || other === '') return false;
  return `${one}/`.startsWith(`${other}/`) || `${other}/`.startsWith(`${one}/`);
}
