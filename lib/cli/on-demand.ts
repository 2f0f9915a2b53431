/** What few checks need: the build loads each of them only when it is asked for. */
export { ruleTexts } from '../check/rule-texts';
export { githubSummary } from '../reporters/github-summary';
export { readConfiguration } from '../policy/configuration/read-configuration';
export { explainConfig } from './explain-config';
export { suggestedPatch } from './suggested-patch';
