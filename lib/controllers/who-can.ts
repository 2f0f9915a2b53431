import type { Route } from './dialect';
import type { Controller } from './controller';
import type { IngressOptionName } from './ingress-options';
import { controllers } from './index';

type Claim = keyof Controller['options'];

/** The controllers that can do what one cannot, by their titles. */
export function whoCan(claim: Claim, member?: string): string[] {
  return Object.values<Controller>(controllers)
    .filter((controller) => can(controller, claim, member))
    .map(({ title }) => title);
}

/** Who could do what a route asks for and this controller cannot: a sentence for each option. */
export function alternatives(controller: Controller, { options }: Pick<Route, 'options'>): string[] {
  return (Object.keys(options) as IngressOptionName[]).flatMap((name) => {
    const value = options[name];
    if (value === undefined) return [];
    if (!can(controller, name)) return [sentence(name, whoCan(name))];
    const members = typeof value === 'object' && !Array.isArray(value) ? Object.keys(value) : [];
    return members
      .filter((member) => (value as Readonly<Record<string, unknown>>)[member] !== undefined)
      .filter((member) => !can(controller, name, member))
      .map((member) => sentence(`${name}.${member}`, whoCan(name, member)));
  });
}

/** Who could lead a port by TCP or UDP. */
export function portAlternatives(controller: Controller, protocol: 'TCP' | 'UDP'): string[] {
  const claim = protocol === 'TCP' ? 'tcp' : 'udp';
  return can(controller, claim) ? [] : [sentence(`a ${protocol} route`, whoCan(claim))];
}

function can({ options }: Controller, claim: Claim, member?: string): boolean {
  const option = options[claim];
  if ('unsupported' in option) return false;
  return member === undefined || !Object.hasOwn(option.lacks ?? {}, member);
}

function sentence(what: string, titles: readonly string[]): string {
  return titles.length === 0 ? `no known controller has ${what}` : `${what} can be had from ${titles.join(', ')}`;
}
