import { check } from './refusals';

const owner = { apiVersion: 'v1', kind: 'Pod', name: 'a', uid: 'u' };
const field = (name: string, index = 0): Record<string, string[]> => ({
  '1.27': [`metadata.ownerReferences.${name} Invalid`],
  '1.37': [`metadata.ownerReferences[${index}].${name} Required`],
});

describe('An owner reference', () => {
  check(
    [
      ['names an object', [owner], []],
      ['names its version', [{ ...owner, apiVersion: '' }], field('apiVersion')],
      ['names its kind', [{ ...owner, kind: null }], field('kind')],
      ['names its name', [{ ...owner, name: '' }], field('name')],
      ['names its uid', [{ ...owner, uid: undefined }], field('uid')],
      [
        'has a version of a form',
        [{ ...owner, apiVersion: 'a/b/c' }],
        {
          '1.27': ['metadata.ownerReferences.apiVersion Invalid'],
          '1.37': ['metadata.ownerReferences[0].apiVersion Invalid'],
        },
      ],
      [
        'names no Event',
        [{ ...owner, kind: 'Event' }],
        { '1.27': ['metadata.ownerReferences Invalid'], '1.37': ['metadata.ownerReferences[0] Invalid'] },
      ],
      ['may name an Event of the other group', [{ ...owner, apiVersion: 'events.k8s.io/v1', kind: 'Event' }], []],
      [
        'is the controller at most once',
        [
          { ...owner, controller: true },
          { ...owner, uid: 'v', controller: true },
        ],
        ['metadata.ownerReferences Invalid'],
      ],
      [
        'counts once where it stands twice',
        [
          { ...owner, controller: true },
          { ...owner, controller: true },
        ],
        [],
      ],
      ['is counted after duplicates are gone', [owner, owner, { ...owner, uid: '' }], field('uid', 1)],
    ],
    (ownerReferences) => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a', ownerReferences } }),
  );
});
