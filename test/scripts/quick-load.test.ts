import { runInNewContext } from 'node:vm';
import { entryText, inAscii } from '../../scripts/quick-load/entry';
import { withoutExplanation } from '../../scripts/quick-load/without-explanations';

const rule = `
import { defineRule } from '../rule';

export const selector = defineRule({
  id: 'service/selector',
  on: ['Service'],
  summary: 'A selector, "written", selects pods.',
  why: \`Nobody answers: 503.\`,
  fix: 'Write the labels of the pods.',
  symptoms: ['503'],
  good: [{ manifests: web({ why: 'inside' }) }],
  bad,
  *check({ good, bad }) {
    if (good) yield { message: 'why: not', field: bad };
  }
});

const settings = { why: 'kept', good: 'kept' };
`;

test('a rule keeps what a check reads, and nothing else of it is touched', () => {
  expect(withoutExplanation(rule)).toBe(`
import { defineRule } from '../rule';

export const selector = defineRule({
  id: 'service/selector',
  on: ['Service'],
  fix: 'Write the labels of the pods.',
  *check({ good, bad }) {
    if (good) yield { message: 'why: not', field: bad };
  }
});

const settings = { why: 'kept', good: 'kept' };
`);
});

test('what defines no rule stays as it is', () => {
  const text = "export const example = { why: 'kept', bad: [] };\n";
  expect(withoutExplanation(text)).toBe(text);
});

test('an entry runs its bundle, and names what it offers to whoever imports it from an ES module', () => {
  const options = { codeCache: '/shop/build/lib/code-cache.js', isProgram: false, names: ['check', 'Target'] };
  expect(entryText('/shop/build/plugin.js', options)).toBe(`'use strict';
const { runKept } = require("./lib/code-cache.js");
if (!runKept(module, require)) module.exports = require('./plugin.bundle.js');
0 && (module.exports = { check, Target });
`);
});

test('the entry of a program is one', () => {
  const text = entryText('/shop/build/lib/cli/main.js', {
    codeCache: '/shop/build/lib/code-cache.js',
    isProgram: true,
    names: [],
  });
  expect(text).toBe(`#!/usr/bin/env node
'use strict';
const { runKept } = require("../code-cache.js");
if (!runKept(module, require)) module.exports = require('./main.bundle.js');
`);
});

test.each([['/^[µμ]s$/.test("μs")'], ['"Straße".length'], ['/^.$/u.test("😀")'], ['/^😀$/u.test("😀")']])(
  '%s is the same in ASCII',
  (text) => {
    const ascii = inAscii(text);
    expect(ascii).toMatch(/^[\0-\x7f]*$/);
    expect(runInNewContext(ascii)).toBe(runInNewContext(text));
  },
);
