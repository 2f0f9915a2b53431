import type { FieldPath } from '../../findings/field-path';
import { describe, type DecodedType, type Explainer, type Reader } from './type';

/** A value of one of two types, told apart by what it looks like: those of apiextensions/v1 that read their JSON themselves. */
export class UnionType implements DecodedType {
  private readonly choose: (value: unknown) => DecodedType | undefined;
  private readonly wanted: string;

  constructor(wanted: string, choose: (value: unknown) => DecodedType | undefined) {
    this.wanted = wanted;
    this.choose = choose;
  }

  accepts(value: unknown, reader: Reader): boolean {
    return this.choose(value)?.accepts(value, reader) === true;
  }

  explain(value: unknown, path: FieldPath | undefined, explainer: Explainer): void {
    const chosen = this.choose(value);
    if (chosen !== undefined) chosen.explain(value, path, explainer);
    else explainer.say('decode/type', path, `must be ${this.wanted}, not ${describe(value)}`);
  }
}
