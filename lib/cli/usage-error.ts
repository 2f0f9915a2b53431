/** What the command was asked cannot be done: exit 2, with the message alone. */
export class UsageError extends Error {}

/** Why a file system call failed, in words: `no such file or directory`. */
export function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error).replace(/^Error: /, '');
  // ENOENT: no such file or directory, stat 'x'
  return /^E[A-Z]+: ([^,]+),/.exec(message)?.[1] ?? message;
}
