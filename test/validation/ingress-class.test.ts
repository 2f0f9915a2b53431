import { check } from './refusals';

function ingressClass(spec: object): object {
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'IngressClass',
    metadata: { name: 'traefik' },
    spec: { controller: 'traefik.io/ingress-controller', ...spec },
  };
}

describe('The controller of an IngressClass', () => {
  const path = 'spec.controller';
  check(
    [
      ['is a path behind a domain', { controller: 'example.com/a/b~c' }, []],
      ['is needed', { controller: null }, [`${path} Required`]],
      ...['example.com', '/path', 'example.com/', 'Example.com/path', 'example.com/a b'].map(
        (controller) => [`'${controller}' is none`, { controller }, [`${path} Invalid`]] as const,
      ),
      ['is short', { controller: `a/${'b'.repeat(249)}` }, [`${path} TooLong`]],
    ],
    ingressClass,
  );
});

describe('The parameters of an IngressClass', () => {
  const path = 'spec.parameters';
  const sound = { kind: 'Config', name: 'edge' };
  check(
    [
      ['are of the cluster by default', sound, []],
      ['have a kind and a name', {}, [`${path}.kind Required`, `${path}.name Required`]],
      ['that can stand in a URL', { kind: 'a/b', name: '.' }, [`${path}.kind Invalid`, `${path}.name Invalid`]],
      ['may be of a group', { ...sound, apiGroup: 'Example' }, [`${path}.apiGroup Invalid`]],
      ['have one of two scopes', { ...sound, scope: '' }, [`${path}.scope NotSupported`]],
      [
        'of the cluster have no namespace',
        { ...sound, scope: 'Cluster', namespace: 'edge' },
        [`${path}.namespace Forbidden`],
      ],
      ['nor by default', { ...sound, namespace: 'edge' }, [`${path}.namespace Forbidden`]],
      ['of a namespace have one', { ...sound, scope: 'Namespace' }, [`${path}.namespace Required`]],
      ['that is one', { ...sound, scope: 'Namespace', namespace: 'a.b' }, [`${path}.namespace Invalid`]],
    ],
    (parameters) => ingressClass({ parameters }),
  );
});
