import { annotated, type Draft, type WishHandler } from '../dialect';

/** The form of paths that the load balancers ask for (CreateServerGroup, HealthCheckUrl). */
const path = /^\/[A-Za-z0-9\-/.%?#&]{0,79}$/;
/** Ids of vSwitches. */
export const vSwitchId = /^vsw-[a-z0-9]+$/;

/** Whether the path has the form that the load balancers take. */
export function isSoundPath(value: string, draft: Draft): boolean {
  const sound = path.test(value);
  if (!sound) draft.refuse(`'${value}' is not a path of at most 80 letters, digits and the characters - / . % ? # &`);
  return sound;
}

/** Writes a port that is given by its number. */
export function healthCheckPort(key: string): WishHandler<string | number> {
  return (value, draft, request) => {
    if (typeof value === 'number') annotated(key)(value, draft, request);
    else draft.refuse(`a port is given by its number here, not by its name '${value}'`);
  };
}
