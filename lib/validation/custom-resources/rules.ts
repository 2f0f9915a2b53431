export const customResourceRules = {
  'custom/schema': 'A custom resource matches the structural schema of its CustomResourceDefinition.',
  'custom/list-type': 'No entry of a list that is a set or a map stands there twice.',
  'custom/rule': 'The rules of the CustomResourceDefinition in the Common Expression Language hold.',
} as const;
