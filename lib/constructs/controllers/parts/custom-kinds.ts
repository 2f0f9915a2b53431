import type { Construct } from 'constructs';
import { clusterObject } from './cluster-object';
import type { Identity } from './identity';

/** A definition as it stands in crds/. */
export interface CustomKind {
  readonly name: string;
  readonly spec: object;
}

/** The definitions of kinds that a controller reads. */
export function makeCustomKinds(scope: Construct, { labels }: Identity, kinds: readonly CustomKind[]): void {
  for (const { name, spec } of kinds) {
    clusterObject(scope, {
      apiVersion: 'apiextensions.k8s.io/v1',
      kind: 'CustomResourceDefinition',
      metadata: { name, labels: { ...labels } },
      spec,
    });
  }
}
