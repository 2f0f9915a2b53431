import type { Waiver } from '../../findings/waiver';
import { standIn, type SetObject } from '../../graph/set-object';
import { nameGlob } from '../../kubernetes/name-glob';
import type { Position } from '../../manifests/locate';
import { policyRules, type PolicyRuleId } from '../own-rules';
import type { JudgedFinding } from '../judged-finding';
import type { ObjectWaiver } from '../policy';

/** A waiver, and where it is written. */
export interface WrittenWaiver {
  readonly waiver: Waiver;
  /** The object that carries it, or stands for the one that it names. */
  readonly object: SetObject<object>;
  /** The annotation; empty where it stands outside of the manifests. */
  readonly field: string;
  readonly position: Position | undefined;
  /** Whether it is about an object. */
  readonly covers: (object: SetObject<object>) => boolean;
}

/** A finding about a waiver itself. */
export function findingAbout(
  { object, field, position }: Pick<WrittenWaiver, 'object' | 'field' | 'position'>,
  rule: PolicyRuleId,
  message: string,
): JudgedFinding {
  const { severity, fix } = policyRules[rule];
  return {
    ...{ rule, class: 'risky', severity, message, fix, object, field, related: [], edits: [] },
    ...(position === undefined ? {} : { position }),
  };
}

/** A waiver of the policy: it names its object. */
export function waiverOfPolicy(waiver: ObjectWaiver): WrittenWaiver {
  const { kind, namespace, name } = waiver.object;
  const hasName = nameGlob(name);
  const { file, ...position } = waiver.at ?? {};
  return {
    waiver,
    object: namedObject(waiver.object, file),
    field: '',
    position: waiver.at === undefined ? undefined : (position as Position),
    covers: (object) =>
      object.kind === kind && (namespace === undefined || object.namespace === namespace) && hasName(object.name),
  };
}

/** The object that a waiver names, which may not be there. */
function namedObject({ kind, namespace = '', name }: ObjectWaiver['object'], file: string | undefined): SetObject {
  const document = { manifest: undefined, ...(file === undefined ? {} : { file }) };
  const ref = { apiVersion: '', kind, ...(namespace === '' ? {} : { namespace }), name };
  return standIn({ document, prefix: '' }, ref);
}
