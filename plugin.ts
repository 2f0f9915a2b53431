// cdk8s-cli loads a plugin by the path of a file: this one compiles to build/plugin.js, which `cdk8s.yaml` names.
export { ExposedAppValidation } from './lib/plugin';
export type { ExposedAppValidationProps } from './lib/plugin';
