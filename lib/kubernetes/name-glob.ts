import picomatch from 'picomatch';

/** A name in which nothing is special to a glob; dots are only dots. */
const plain = /^[\w.:-]+$/;

/** Names by a glob: `*-tls`, `team-?`; `*` is any name, but no name is none. Compiled when it is first asked, since most are plain names. */
export function nameGlob(pattern: string): (name: string) => boolean {
  if (pattern === '*') return (name) => name !== '';
  if (plain.test(pattern)) return (name) => name === pattern;
  let matches: ((name: string) => boolean) | undefined;
  return (name) => {
    matches ??= picomatch(pattern, { dot: true });
    return matches(name);
  };
}
