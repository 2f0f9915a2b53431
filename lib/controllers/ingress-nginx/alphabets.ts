/**
 * What ingress-nginx takes in annotations and paths; an Ingress with anything else is left out, or the annotation is. The alphabets are those
 * of internal/ingress/annotations/parser/validators.go at v1.15.1, less what means something in the configuration of nginx.
 */
const basic = '-A-Za-z0-9._~:/';

/** Names, and values of headers. */
export const basicText = new RegExp(`^[${basic}]*$`);
/** Realms. */
export const spacedText = new RegExp(`^[${basic} ]*$`);
/** URLs with a query. */
export const urlText = new RegExp(`^[${basic},?&=]*$`);
/** Origins of pages. */
export const originText = /^[a-z]+:\/\/[A-Za-z0-9.-]+(?::\d+)?$/;
/** Paths of Prefix and Exact: strict-validate-path-type, which leaves out an Ingress with others. */
export const plainPath = /^\/[A-Za-z0-9._/-]*$/;
/** Paths that are regular expressions, without braces, quotes, blanks and backslashes. */
export const regexPath = new RegExp(`^[${basic}^$[\\]()*+?|&=]*$`);

/** What the inspector of Ingresses takes for an attack, whatever it stands for. */
export const suspectPath = /\/etc\/(?:passwd|shadow|group|nginx|ingress-controller)|\/var\/run\/secrets|_by_lua/;
