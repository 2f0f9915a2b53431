import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type { ChartNode, Dependency } from './construct-tree';
import { inDependencyOrder, type Vertex } from './dependency-order';

type Place = Vertex<IConstruct>;

/**
 * The objects of a chart in an order that respects its dependencies: each object below the source of one comes after all objects below its target.
 *
 * Pairs of objects would grow with the square of their number; stand-ins for "all objects below" and "all that is needed above" do not.
 */
export function orderObjects(node: ChartNode, dependencies: readonly Dependency[]): ApiObject[] {
  const graph = new ObjectGraph(node);
  for (const { source, target } of dependencies) graph.place(source).needs.push(graph.place(target));
  graph.passDown(dependencies.filter(({ source, target }) => !areNested(source, target)));
  for (const { source, target } of dependencies) if (areNested(source, target)) graph.relateNested(source, target);
  return inDependencyOrder([...graph.places.values()], ({ node: { path } }) => path).filter(isObject);
}

class ObjectGraph {
  readonly places: ReadonlyMap<IConstruct, Place>;
  private readonly groups = new Map<IConstruct, Place>();

  constructor(node: ChartNode) {
    this.places = new Map(node.constructs.map((construct) => [construct, { value: construct, needs: [] }]));
  }

  place(construct: IConstruct): Place {
    const place = this.places.get(construct);
    if (place === undefined) throw new Error(`${construct.node.path} does not belong to the chart being ordered`);
    return place;
  }

  /** Gives every object what it and the constructs above it depend on. */
  passDown(dependencies: readonly Dependency[]): void {
    const needsOf = new Map<IConstruct | undefined, Place>();
    for (const { source, target } of dependencies) {
      const needs = needsOf.get(source) ?? standIn([]);
      needs.needs.push(this.objectsBelow(target));
      needsOf.set(source, needs);
    }
    for (const [construct, place] of this.places) {
      const above = needsOf.get(construct.node.scope);
      const own = needsOf.get(construct);
      if (own !== undefined && above !== undefined) own.needs.unshift(above);
      const needs = own ?? above;
      if (needs === undefined) continue;
      needsOf.set(construct, needs);
      if (isObject(construct)) place.needs.push(needs);
    }
  }

  /** A construct and what is below it are source and target: the objects below both come after the others below the target, not after themselves. */
  relateNested(source: IConstruct, target: IConstruct): void {
    const targets = this.listObjects(target);
    const isTarget = new Set(targets);
    const sources = this.listObjects(source);
    const [one, other] = sources.filter((object) => isTarget.has(object));
    if (one !== undefined && other !== undefined) {
      // Each of them would come after the other: enough for the cycle to be found.
      this.place(one).needs.push(this.place(other));
      this.place(other).needs.push(this.place(one));
      return;
    }
    for (const object of sources) {
      const needs =
        object === one ? targets.filter((needed) => needed !== one).map((needed) => this.place(needed)) : undefined;
      this.place(object).needs.push(...(needs ?? [this.objectsBelow(target)]));
    }
  }

  private objectsBelow(construct: IConstruct): Place {
    const known = this.groups.get(construct);
    if (known !== undefined) return known;
    const inner = this.childrenOf(construct).map((child) => this.objectsBelow(child));
    const group = standIn(isObject(construct) ? [this.place(construct), ...inner] : inner);
    this.groups.set(construct, group);
    return group;
  }

  private listObjects(construct: IConstruct, objects: ApiObject[] = []): ApiObject[] {
    if (isObject(construct)) objects.push(construct);
    for (const child of this.childrenOf(construct)) this.listObjects(child, objects);
    return objects;
  }

  /** Charts below have objects of their own. */
  private childrenOf(construct: IConstruct): IConstruct[] {
    return construct.node.children.filter((child) => this.places.has(child));
  }
}

function standIn(needs: Place[]): Place {
  return { value: undefined, needs };
}

function areNested(one: IConstruct, other: IConstruct): boolean {
  return one.node.scopes.includes(other) || other.node.scopes.includes(one);
}

function isObject(construct: IConstruct): construct is ApiObject {
  return ApiObject.isApiObject(construct);
}
