import type { Io } from './io';

/** The world of the process itself. */
export function processIo(): Io {
  const { stdin, stdout, stderr } = process;
  for (const stream of [stdout, stderr]) stream.on('error', ignoreClosedPipe);
  return {
    readInput: async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of stdin) chunks.push(chunk as Buffer);
      return Buffer.concat(chunks);
    },
    writeOutput: (text) => void stdout.write(text),
    writeError: (text) => void stderr.write(text),
    environment: process.env,
    outputIsTerminal: stdout.isTTY,
    errorIsTerminal: stderr.isTTY,
    today: () => new Date().toISOString().slice(0, 10),
  };
}

/** Whoever reads may stop in the middle, as `head` does. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}
