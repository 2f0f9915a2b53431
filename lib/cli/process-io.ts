import type { Io } from './io';
import { reasonOf } from './usage-error';

/** The world of the process itself. */
export function processIo(): Io {
  const { stdin, stdout, stderr } = process;
  for (const stream of [stdout, stderr]) stream.on('error', endUnlessClosed);
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

/** Whoever reads may stop in the middle, as `head` does. Where nothing more can be written, there is nothing left to do. */
function endUnlessClosed(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') return;
  process.stderr.write(`error: cannot write the report: ${reasonOf(error)}\n`);
  process.exit(2);
}
