export const metadataRules = {
  'metadata/name': 'The name is there and has the form that its kind asks for.',
} as const;
