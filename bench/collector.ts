/**
 * Why validators report into a collector (docs/decisions/0003): the same empty checks over the containers, ports and variables of a Deployment,
 * once with a collector handed down and once with generators.
 */
import { inTurns, printPair, timed } from './measure';

interface Container {
  readonly ports: readonly object[];
  readonly env: readonly object[];
}

const containers: readonly Container[] = Array.from({ length: 2 }, () => ({ ports: [{}, {}], env: [{}, {}, {}] }));
const documents = Array.from({ length: 100_000 }, () => containers);

function checkValue(value: object, errors: string[]): void {
  if ('broken' in value) errors.push('broken');
}

function checkContainer({ ports, env }: Container, errors: string[]): void {
  for (const port of ports) checkValue(port, errors);
  for (const variable of env) checkValue(variable, errors);
}

function checkPod(pod: readonly Container[], errors: string[]): void {
  for (const container of pod) checkContainer(container, errors);
}

function* yieldValue(value: object): Generator<string> {
  if ('broken' in value) yield 'broken';
}

function* yieldContainer({ ports, env }: Container): Generator<string> {
  for (const port of ports) yield* yieldValue(port);
  for (const variable of env) yield* yieldValue(variable);
}

function* yieldPod(pod: readonly Container[]): Generator<string> {
  for (const container of pod) yield* yieldContainer(container);
}

const collect = (): void => {
  const errors: string[] = [];
  for (const pod of documents) checkPod(pod, errors);
};
const turns = inTurns(
  7,
  () => timed(collect),
  () => timed(() => documents.map((pod) => [...yieldPod(pod)])),
);
printPair('100,000 pods with a collector', 'with generators', turns, 1);
