import type { KubeObject } from '../objects';
import { oneLine } from '../send/answer';
import type { Kubectl } from './kubectl';

/** How documents are handed to the API server; it refuses unknown and doubled fields either way. */
const modes = {
  /** As `kubectl apply` does by default: it is created. Nothing stays. */
  try: ['--dry-run=server'],
  /** As Flux does. */
  apply: ['--server-side', '--field-manager=exposed-app-e2e'],
} as const;

/** What the API server refuses, a line each. */
export async function apply(
  kubectl: Kubectl,
  mode: keyof typeof modes,
  documents: readonly KubeObject[],
): Promise<readonly string[]> {
  if (documents.length === 0) return [];
  // Not as a List: for that kind kubectl checks the fields by itself, and never asks the server.
  const input = documents.map((document) => JSON.stringify(document)).join('\n');
  const args = ['apply', ...modes[mode], '--validate=strict', '-f', '-'];
  const { code, stderr } = await kubectl.run(args, { input, seconds: 120 });
  if (code === 0) return [];
  const lines = stderr.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('Warning:'));
  return lines.length > 0 ? lines.map((line) => oneLine(line, 300)) : [`kubectl ended with ${code}`];
}
