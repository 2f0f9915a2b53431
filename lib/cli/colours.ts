import type { Io } from './io';

/** Whether to write in colours: on a terminal, unless NO_COLOR is set; FORCE_COLOR goes before both (https://no-color.org, https://force-color.org). */
export function wantsColours({ environment, outputIsTerminal }: Io): boolean {
  const { FORCE_COLOR: forced, NO_COLOR: none, TERM: terminal } = environment;
  if (forced !== undefined && forced !== '') return forced !== '0' && forced !== 'false';
  if (none !== undefined && none !== '') return false;
  return outputIsTerminal && terminal !== 'dumb';
}
