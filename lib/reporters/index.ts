/** Every format of a report, under its name on the command line. */
export { github } from './github';
export { gitlab } from './gitlab';
export { json } from './json';
export { junit } from './junit';
export { sarif } from './sarif';
export { text } from './text';
