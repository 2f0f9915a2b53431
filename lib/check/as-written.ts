import type { Position } from '../manifests/locate';
import type { ManifestDocument } from '../manifests/manifest-document';
import { sourceOf } from '../manifests/source-text';
import { plainScalar } from '../manifests/yaml-scalars';

/** How the decoder ends what it says of a number or a boolean. */
const seenValue = /, not (-?[\d.]+(?:e[-+]?\d+)?|true|false)$/;

/** The message with the value as its file has it: whoever wrote `on` looks for no `true`. */
export function asWritten(message: string, document: ManifestDocument, { line, column }: Partial<Position>): string {
  const source = sourceOf(document);
  const seen = seenValue.exec(message)?.[1];
  if (seen === undefined || source === undefined || line === undefined || column === undefined) return message;
  const rest = lineOf(source.text, line - source.firstLine).slice(column - 1);
  const written = rest.split(/[\s,:{}[\]]+/).find((token) => token !== '' && String(plainScalar(token)) === seen);
  if (written === undefined || written === seen) return message;
  return message.replace(seenValue, `, not ${written}, which is read as ${seen}`);
}

function lineOf(text: string, index: number): string {
  let start = 0;
  for (let passed = 0; passed < index; passed++) start = text.indexOf('\n', start) + 1;
  const end = text.indexOf('\n', start);
  return text.slice(start, end === -1 ? text.length : end);
}
