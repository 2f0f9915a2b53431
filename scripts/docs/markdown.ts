/** A fenced block of code in a Markdown text. */
export interface CodeBlock {
  /** What follows the fence: `ts`, `yaml`. */
  readonly language: string;
  /** What follows the language. */
  readonly info: string;
  readonly text: string;
  /** The line of the fence, from 1. */
  readonly line: number;
}

const fence = /^```(\w*)[ \t]*(.*)\n([\s\S]*?)^```[ \t]*$/gm;

/** The fenced blocks of a text, in order. */
export function codeBlocks(markdown: string): readonly CodeBlock[] {
  return [...markdown.matchAll(fence)].map((match) => ({
    language: match[1] ?? '',
    info: (match[2] ?? '').trim(),
    text: match[3] ?? '',
    line: markdown.slice(0, match.index).split('\n').length,
  }));
}

/** The text with other content in its fenced blocks, as far as `replace` gives one. */
export function replaceBlocks(
  markdown: string,
  replace: (block: CodeBlock, index: number) => string | undefined,
): string {
  const blocks = codeBlocks(markdown);
  let index = 0;
  return markdown.replace(fence, (whole) => {
    const block = blocks[index];
    const text = block === undefined ? undefined : replace(block, index);
    index += 1;
    if (block === undefined || text === undefined) return whole;
    return `\`\`\`${[block.language, block.info].filter(Boolean).join(' ')}\n${text}\`\`\``;
  });
}
