import { Option, type Command } from 'commander';
import * as actions from './actions';
import type { Io } from './io';
import type { RulesFlags } from './list-rules';

/** `exposed-app rules`. */
export function addRulesCommand(program: Command, io: Io): void {
  program
    .command('rules')
    .description('list the rules with their class and severity')
    .addOption(new Option('--class <class>', 'only the rules of one class').choices(['refused', 'broken', 'risky']))
    .addOption(new Option('--format <format>', 'how the list is written').choices(['text', 'json']).default('text'))
    .action((flags: RulesFlags) => {
      io.writeOutput(actions.listRules(flags));
    });
}
