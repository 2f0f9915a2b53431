import { Chart, Testing } from 'cdk8s';
import { Target } from '../../lib';
import type { TargetProps } from '../../lib';

/** An object as it is written, with as much of its shape as tests look at. */
export interface Written {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: Record<string, string>;
    readonly annotations?: Record<string, string>;
  };
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests read fields of every kind; a wrong one shows as undefined
  readonly spec: any;
}

/** The objects that a program makes in a chart in namespace `prod`, by `Kind name`. */
export function synthesize(program: (chart: Chart) => void, target: TargetProps = {}): Record<string, Written> {
  const chart = new Chart(Testing.app(), 'chart', { namespace: 'prod' });
  Target.set(chart, new Target(target));
  program(chart);
  const objects = Testing.synth(chart) as Written[];
  return Object.fromEntries(objects.map((object) => [`${object.kind} ${object.metadata.name}`, object]));
}

/** The problem that a program is refused for. */
export function problemOf(program: (chart: Chart) => void, target: TargetProps = {}): string {
  try {
    synthesize(program, target);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('The program was not refused.');
}
