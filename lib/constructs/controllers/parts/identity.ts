import type { ControllerProps } from '../controller-props';

/** How the objects of an installation are called, and where they are. */
export interface Identity {
  readonly name: string;
  readonly namespace: string;
  readonly className: string;
  /** For objects that are in no namespace: two installations of one name differ in theirs. */
  readonly clusterName: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** @param make the name of the controller's make: `traefik` */
export function identityOf(make: string, props: ControllerProps): Identity {
  const { name = make } = props;
  const { namespace = name, className = name } = props;
  const clusterName = namespace === name ? name : `${namespace}-${name}`;
  return { name, namespace, className, clusterName, labels: { ...props.labels, 'app.kubernetes.io/name': name } };
}

/** Another workload of the same installation, whose pods have a name of their own to be selected by. */
export function withName(identity: Identity, name: string): Identity {
  return { ...identity, name, labels: { ...identity.labels, 'app.kubernetes.io/name': name } };
}
