import type { Command } from 'commander';
import * as actions from './actions';
import type { Io } from './io';
import type { ExitCode } from './run';

const help = `
Examples:
  exposed-app explain service/selector              all about one rule, with examples
  exposed-app explain 404 from the controller       the rules that know a symptom
  exposed-app explain "certificate is self-signed"`;

/** `exposed-app explain`. */
export function addExplainCommand(program: Command, io: Io, answer: (code: ExitCode) => void): void {
  program
    .command('explain')
    .description('tell about a rule by its id, or find the rules that know a symptom')
    .argument('<id or symptom...>', 'the id of a rule, or what you see: 503, pending, fake certificate')
    .addHelpText('after', help)
    .action((words: string[]) => {
      const { text, found } = actions.explain(words.join(' '));
      if (found) io.writeOutput(text);
      else io.writeError(text);
      answer(found ? 0 : 1);
    });
}
