import { lineAt, type Position } from '../manifests/locate';
import type { ManifestDocument } from '../manifests/manifest-document';
import { plainScalar } from '../manifests/yaml-scalars';

/** How the decoder ends what it says of a number or a boolean. */
const seenValue = /, not (-?[\d.]+(?:e[-+]?\d+)?|true|false)$/;

/** The message with the value as its file has it: whoever wrote `on` looks for no `true`. */
export function asWritten(message: string, document: ManifestDocument, { line, column }: Partial<Position>): string {
  const seen = seenValue.exec(message)?.[1];
  if (seen === undefined || line === undefined || column === undefined) return message;
  const rest = lineAt(document, line)?.slice(column - 1) ?? '';
  const written = rest.split(/[\s,:{}[\]]+/).find((token) => token !== '' && String(plainScalar(token)) === seen);
  if (written === undefined || written === seen) return message;
  return message.replace(seenValue, `, not ${written}, which is read as ${seen}`);
}
