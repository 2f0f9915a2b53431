/** What the commands do, apart from how they are called: the build loads each of them only when it is asked for. */
export { explain } from './explain';
export { listRules } from './list-rules';
export { runCheck } from './run-check';
