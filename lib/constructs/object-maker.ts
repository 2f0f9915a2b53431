import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type { ExposedAppProps } from './exposed-app-props';
import { checkLabels, checkObjectName } from './names';
import type { WrittenObject } from './written-object';

/** Makes the objects of one application: all carry its namespace, labels and annotations. */
export class ObjectMaker {
  private readonly scope: Construct;
  private readonly props: Pick<ExposedAppProps, 'namespace' | 'labels' | 'annotations'>;
  private readonly labels: Readonly<Record<string, string>>;

  constructor(scope: Construct, name: string, props: Pick<ExposedAppProps, 'namespace' | 'labels' | 'annotations'>) {
    checkLabels(scope, props.labels);
    this.scope = scope;
    this.props = props;
    this.labels = { ...props.labels, 'app.kubernetes.io/name': name };
  }

  /** The object as a child of the application, known there by its kind and name. */
  make(apiVersion: string, kind: string, name: string, { metadata, ...content }: WrittenObject): ApiObject {
    checkObjectName(this.scope, kind, name);
    const namespace = metadata?.namespace ?? this.props.namespace;
    return new ApiObject(this.scope, `${kind} ${name}`, {
      apiVersion,
      kind,
      metadata: {
        name,
        labels: this.labels,
        annotations: { ...this.props.annotations, ...metadata?.annotations },
        ...(namespace === undefined ? {} : { namespace }),
      },
      ...content,
    });
  }

  makeAll(
    apiVersion: string,
    kind: string,
    objects: readonly { readonly name: string; readonly object: WrittenObject }[],
  ): Readonly<Record<string, ApiObject>> {
    return Object.fromEntries(objects.map(({ name, object }) => [name, this.make(apiVersion, kind, name, object)]));
  }
}
