import type { ScalarTag, Tags } from 'yaml';
import { falses, nulls, numberOfScalar, trues } from './yaml-scalars';

/** Tags of YAML 1.1 that kubectl and the engines of GitOps do not read. */
const unread = ['timestamp', 'binary', 'set', 'omap', 'pairs', 'int', 'float', 'bool', 'null'];

/** The tags that `yaml` reads manifests by: its own for texts, lists and maps, ours for the rest. */
export function manifestTags(tags: Tags): Tags {
  const own = tags.filter(
    (tag) => typeof tag === 'string' || !unread.some((one) => tag.tag === `tag:yaml.org,2002:${one}`),
  );
  return [...own, ...scalarTags];
}

const scalarTags: readonly ScalarTag[] = [
  tag('null', nulls, null),
  tag('bool', trues, true),
  tag('bool', falses, false),
  number('int'),
  number('float'),
];

function tag(name: string, texts: readonly string[], value: boolean | null): ScalarTag {
  const test = new RegExp(`^(?:${texts.join('|')})$`);
  return { tag: `tag:yaml.org,2002:${name}`, default: true, test, resolve: () => value };
}

/** Both names are there for scalars that are tagged. */
function number(name: 'int' | 'float'): ScalarTag {
  return {
    tag: `tag:yaml.org,2002:${name}`,
    default: true,
    // No more is asked of it than `test`, and no expression says which scalars are numbers.
    test: { test: (text: string) => numberOfScalar(text) !== undefined } as RegExp,
    resolve: (text) => numberOfScalar(text),
  };
}
