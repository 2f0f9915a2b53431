import {
  boolean,
  listOf,
  needed,
  misfit,
  number,
  propsOf,
  text,
  textOr,
  toldOf,
  type Shape,
} from '../kubernetes/shape';
import type { ExistingObject } from './existing-objects';
import type { TargetIngressClass, TargetProps } from './target';

/** By its method and not by its class, so that that of another copy of this library passes. */
const provider: Shape = (value) => {
  const { loadBalancer } = (value ?? {}) as { readonly loadBalancer?: unknown };
  return typeof loadBalancer === 'function'
    ? undefined
    : misfit(value, 'give what Provider makes, such as Provider.aws()');
};

const targetShape = propsOf<TargetProps>({
  kubernetes: text,
  provider,
  nodePortRange: listOf(number),
  ipFamilies: listOf(text),
  ingressClasses: listOf(
    textOr(propsOf<TargetIngressClass>({ name: needed(text), controller: text, default: boolean })),
  ),
  loadBalancerClasses: listOf(text),
  clusterDomain: text,
  exists: listOf(propsOf<ExistingObject>({ kind: needed(text), namespace: text, name: needed(text) })),
});

/** What programs in JavaScript get wrong, where no compiler has looked at the props. */
export function targetShapeProblems(props: unknown): readonly string[] {
  const found = targetShape(props);
  return found === undefined ? [] : [toldOf(found)];
}
