/** Where our answer differs from a recorded one, by release and id, each with the reason. Short, or it hides faults. */
export const knownDisagreements: Readonly<Record<string, string>> = {};
