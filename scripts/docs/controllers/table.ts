/** A Markdown table with aligned columns, as prettier prints it. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, ...rows].map((cells) => cells.map((cell) => cell.replaceAll('|', '\\|')));
  const widths = head.map((_cell, i) => Math.max(3, ...lines.map((cells) => cells[i]?.length ?? 0)));
  const print = (cells: readonly string[]): string =>
    `| ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`;
  const [first = [], ...others] = lines;
  const ruler = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [print(first), ruler, ...others.map(print)].join('\n');
}

/** A text with what Markdown would read as a tag or as emphasis escaped, but for code between backticks. */
export function prose(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part) => (part.startsWith('`') ? part : part.replaceAll('<', '&lt;').replaceAll('*', '\\*')))
    .join('');
}

export function code(text: string): string {
  return `\`${text}\``;
}

/** Several texts in one cell; a dash where there is none. */
export function list(texts: readonly string[]): string {
  return texts.length === 0 ? '-' : texts.join(', ');
}
