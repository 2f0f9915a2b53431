const sound: readonly string[] = [];

/** validatePathNoBacksteps */
export function backstepProblems(path: string): readonly string[] {
  if (!path.includes('..')) return sound;
  return path.split('/').includes('..') ? ["must not contain '..' as a part of the path"] : sound;
}

/** validateLocalDescendingPath: a path inside of something, a volume or a folder of profiles. */
export function descendingPathProblems(path: string): readonly string[] {
  const backsteps = backstepProblems(path);
  return path.startsWith('/') ? ['must be a relative path', ...backsteps] : backsteps;
}
