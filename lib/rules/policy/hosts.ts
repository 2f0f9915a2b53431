import { glob } from './by-namespace';

/** Letters that no glob of a policy names: a wildcard host stands for any of them. */
const anyLabels = ['x', 'any-label-0'] as const;

/** Whether a host is one of the globs; a wildcard host must be inside of them as a whole. An empty host is every host. */
export function isAllowedHost(host: string, allowed: readonly string[]): boolean {
  const name = host.toLowerCase();
  if (name === '') return allowed.includes('*');
  const names = name.startsWith('*.') ? anyLabels.map((label) => label + name.slice(1)) : [name];
  return allowed.some((pattern) => {
    const matches = glob(pattern.toLowerCase());
    return names.every((one) => matches(one));
  });
}
