import { App, Chart } from 'cdk8s';
import type { IngressController } from '../../../lib';
import { ConstructError } from '../../../lib/constructs/construct-error';
import type { Check } from './check';
import type { Install } from './installs';
import type { StageProps } from './stage';
import { Stage } from './stage';

/** Whether the dialect says that it can do something; what every controller is expected to do needs no saying. */
export function isClaimed({ facts }: Pick<IngressController, 'facts'>, { claim, members = [] }: Check): boolean {
  const entry = Object.entries(facts.options).find(([name]) => name === claim)?.[1];
  if (entry === undefined) return true;
  if ('unsupported' in entry) return false;
  return !members.some((member) => Object.hasOwn(entry.lacks ?? {}, member));
}

/** What synthesis says of a check by itself; undefined where it takes it. */
export function refusalOf(check: Check, install: Install, props: Omit<StageProps, 'controller'>): string | undefined {
  const chart = new Chart(new App(), 'refusals', { namespace: 'refusals' });
  const controller = install.make(new Chart(new App(), 'controller'), 'refusals', props.ports);
  try {
    check.expose(new Stage(chart, { ...props, controller }));
    return undefined;
  } catch (error) {
    if (error instanceof ConstructError) return error.message;
    throw error;
  }
}
