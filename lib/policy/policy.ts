import type { Severity } from '../findings/finding';
import type { Waiver } from '../findings/waiver';
import type { Position } from '../manifests/locate';
import type { RuleParameters } from '../rules/parameters';
import type { Rule } from '../rules/rule';

/** What is asked of a set of manifests: `essential` is what is refused, what is broken and the high risks; `strict` is every rule. */
export type Preset = 'essential' | 'strict';

/** A waiver that stands outside of the manifests, and so names its object. */
export interface ObjectWaiver extends Waiver {
  readonly object: {
    /** `DaemonSet`. */
    readonly kind: string;
    /** @default - any, and none for kinds that have none */
    readonly namespace?: string;
    /** The name, or a glob: `traefik-*`. */
    readonly name: string;
  };
  /** Where it is written. @default - in the program */
  readonly at?: Position & { readonly file: string };
}

/** Which rules hold, how much they weigh, what they are told, and what may pass for a while. */
export interface Policy {
  /** @default 'essential' */
  readonly preset?: Preset;
  /** The weight of single rules, by their ids; `off` asks for nothing. What the API server refuses cannot be re-graded. @default - none */
  readonly rules?: Readonly<Record<string, Severity | 'off'>>;
  /** What rules are told. @default - nothing */
  readonly parameters?: RuleParameters;
  /** Findings that may pass until a day. Waivers of single objects stand on them, as annotations or by `exposure.waive()`. @default - none */
  readonly waivers?: readonly ObjectWaiver[];
  /** The most days that a waiver may still have to go. @default 365 */
  readonly longestWaiverDays?: number;
  /**
   * ValidatingAdmissionPolicies of the cluster with their bindings and parameters, as manifests: they hold beside those of the set itself.
   * @default - none
   */
  readonly admissionPolicies?: readonly unknown[];
  /** Rules of one's own, made by `defineRule`. @default - none */
  readonly customRules?: readonly Rule[];
}
