/** What the command was asked cannot be done: exit 2, with the message alone. */
export class UsageError extends Error {}

/** Why a file system call failed, in words: `no such file or directory`. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // ENOENT: no such file or directory, stat 'x'
  return /^E[A-Z]+: ([^,]+),/.exec(error.message)?.[1] ?? error.message;
}
