import { FieldPath } from '../../findings/field-path';

/** The fields of a Service that several of its rules speak of. */
export const specPath = FieldPath.of('spec');
export const portsPath = specPath.child('ports');
export const clusterIpsPath = specPath.child('clusterIPs');
export const ipFamiliesPath = specPath.child('ipFamilies');
export const ipFamilyPolicyPath = specPath.child('ipFamilyPolicy');
export const healthCheckNodePortPath = specPath.child('healthCheckNodePort');
export const annotationsPath = FieldPath.of('metadata').child('annotations');
