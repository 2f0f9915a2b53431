import { load } from 'js-yaml';
import { ruleOfAnnotation, waiverAnnotation, waiverProblems, type Waiver } from '../../findings/waiver';
import { annotationOf, type SetObject } from '../../graph/set-object';
import type { JudgedFinding } from '../judged-finding';
import { findingAbout, type WrittenWaiver } from './written-waiver';

/** The waivers that objects carry, and what is wrong with them. */
export interface AnnotatedWaivers {
  readonly waivers: readonly WrittenWaiver[];
  readonly findings: readonly JudgedFinding[];
}

/** Reads the waivers in the annotations of a set: `waive.cdk8s-exposed-app/exposure.host-port: {owner: ..., reason: ..., expires: ...}`. */
export function annotatedWaivers(objects: readonly SetObject[]): AnnotatedWaivers {
  const waivers: WrittenWaiver[] = [];
  const findings: JudgedFinding[] = [];
  for (const object of objects) {
    for (const key in object.annotations) {
      if (!key.startsWith(waiverAnnotation)) continue;
      const at = { object, field: `metadata.annotations[${key}]`, position: undefined };
      const terms = termsOf(annotationOf(object, key) ?? '');
      const problems = terms === undefined ? ['its value is no map of YAML or JSON'] : waiverProblems(terms);
      if (problems.length > 0)
        findings.push(findingAbout(at, 'policy/waiver-malformed', `${key}: ${problems.join('; ')}`));
      else {
        const waiver = { ...terms, rule: ruleOfAnnotation(key) ?? '' } as Waiver;
        waivers.push({ ...at, waiver, covers: (other) => other === object });
      }
    }
  }
  return { waivers, findings };
}

function termsOf(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = load(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Readonly<Record<string, unknown>>)
      : undefined;
  } catch {
    return undefined;
  }
}
