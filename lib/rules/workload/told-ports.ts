import type { Workload } from '../../graph/workload';

/** Whether the containers are told of a port by their arguments or variables, so that one may listen there without declaring it. */
export function isToldPort(port: number, { containers }: Workload): boolean {
  const mention = new RegExp(`(?<![0-9.])${port}(?![0-9.])`);
  return containers.some(({ stays, container: { command, args, env } }) => {
    const values = (env ?? []).map((variable) => variable?.value);
    return stays && [...(command ?? []), ...(args ?? []), ...values].some((text) => text != null && mention.test(text));
  });
}
