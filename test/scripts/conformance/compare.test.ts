import type { FieldError } from '../../../lib/validation/field-errors';
import { compare, subjectOf } from '../../../scripts/conformance/compare';
import type { Verdict } from '../../../scripts/conformance/verdict';

const ours = (...pairs: string[]): FieldError[] =>
  pairs.map((pair) => {
    const [type = '', field = ''] = pair.split(' ');
    return { type, field, message: '', rule: 'metadata/name' } as FieldError;
  });
const server = (...pairs: string[]): Verdict => ({
  verdict: pairs.length === 0 ? 'accept' : 'reject',
  errors: ours(...pairs),
  warnings: [],
});

it('agrees where both accept, or refuse the same fields for the same reasons', () => {
  expect(compare(server(), [])).toEqual({ sameVerdict: true, differences: [] });
  const both = ['FieldValueInvalid spec.a', 'FieldValueRequired spec.b'];
  expect(compare(server(...both), ours(...both.reverse(), ...both))).toEqual({ sameVerdict: true, differences: [] });
});

it('names what only one of the two says', () => {
  const { sameVerdict, differences } = compare(server('FieldValueInvalid spec.a'), ours('FieldValueRequired spec.a'));
  expect(sameVerdict).toBe(true);
  expect(differences.map(subjectOf)).toEqual(['server FieldValueInvalid spec.a', 'ours FieldValueRequired spec.a']);
});

it('tells a wrong verdict', () => {
  expect(compare(server(), ours('FieldValueInvalid a'))).toMatchObject({
    sameVerdict: false,
    differences: [{ side: 'ours' }],
  });
  expect(compare(server('Other '), [])).toMatchObject({
    sameVerdict: false,
    differences: [{ side: 'server', type: 'Other' }],
  });
});

it('leaves the field of a decode error alone, and what was not checked', () => {
  expect(compare(server('Decode '), ours('Decode spec.a')).differences).toEqual([]);
  expect(compare(server(), ours('Unchecked apiVersion'))).toEqual({ sameVerdict: true, differences: [] });
});

it('compares only the verdict where the server names no field', () => {
  expect(compare(server('Allocator spec.clusterIPs'), ours('FieldValueInvalid metadata.name')).differences).toEqual([]);
});

it('puts the same cause at other places together', () => {
  const subject = (field: string) => subjectOf({ side: 'ours', type: 'T', field });
  expect(subject('spec.template.spec.containers[3].env[0].name')).toBe(subject('spec.containers[0].env[7].name'));
  expect(subject('spec.jobTemplate.spec.template.metadata.labels[a]')).toBe('ours T metadata.labels[]');
});
