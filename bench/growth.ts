import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { printYaml } from '../lib/manifests/print-yaml';
import { streamDocuments } from './documents';
import { median } from './measure';
import { measuredProgram } from './processes';
import { newFolder } from './folders';

/** How cost grows with the number of applications, as a table in Markdown: synthesis in a chart each, and the check of files. */
export function growthTable(runs: number): string {
  const lines = [10, 100, 1000, 10_000].map((applications) => {
    const synth = Array.from({ length: runs }, () =>
      measuredProgram('synth', 'ours', 'objects', String(applications), '1'),
    );
    const check = Array.from({ length: runs }, () => measuredProgram('check', fileOf(applications)));
    const cells = [synth, check].flatMap((all) => [
      `${median(all.map(({ milliseconds }) => milliseconds)).toFixed(0)} ms`,
      `${median(all.map(({ megabytes }) => megabytes)).toFixed(0)} MB`,
    ]);
    return `| ${applications.toLocaleString('en-US')} | ${cells.join(' | ')} |`;
  });
  return ['| applications | synthesis | memory | check | memory |', '| --: | --: | --: | --: | --: |', ...lines].join(
    '\n',
  );
}

function fileOf(applications: number): string {
  const file = join(newFolder(), 'stream.yaml');
  writeFileSync(file, printYaml(streamDocuments(applications)));
  return file;
}
