import { check } from '../refusals';
import { containerWith, deploymentWith, podWith } from './container-cases';

/** A container that asks for so much. */
const asking = (name: string, resources: object, more: object = {}): object =>
  containerWith({ name, resources, ...more });
/** The field exists since 1.32, and is dropped before 1.34. */
const since134 = (...refused: string[]): Record<string, readonly string[]> => ({
  '1.27': ['spec.resources Decode'],
  '1.32': [],
  '1.34': refused,
});

describe('The resources of a pod as a whole', () => {
  check(
    [
      [
        'are cpu, memory and huge pages',
        { resources: { limits: { cpu: '1', storage: '1', 'example.com/a': '1' } } },
        since134('spec.resources.limits[example.com/a] NotSupported', 'spec.resources.limits[storage] NotSupported'),
      ],
      [
        'whose names have a form',
        { resources: { requests: { what: '1' } } },
        since134('spec.resources.requests[what] Invalid'),
      ],
      ['and no claims, not even none', { resources: { claims: [] } }, since134('spec.resources.claims Forbidden')],
      [
        'fit each other',
        { resources: { limits: { cpu: '1' }, requests: { cpu: '2' } } },
        since134('spec.resources.requests Invalid'),
      ],
      [
        'are not for Windows, where nothing more is said of them',
        { os: { name: 'windows' }, resources: { claims: [{}] } },
        since134('spec.resources Forbidden'),
      ],
      [
        'hold what the containers request together',
        {
          resources: { requests: { cpu: '1' } },
          containers: [asking('a', { requests: { cpu: '600m' } }), asking('b', { limits: { cpu: '500m' } })],
        },
        since134('spec.resources.requests[cpu] Invalid'),
      ],
      [
        'or an init container with the sidecars before it',
        {
          resources: { requests: { cpu: '1' } },
          initContainers: [
            asking('a', { requests: { cpu: '600m' } }, { restartPolicy: 'Always' }),
            asking('b', { requests: { cpu: '500m' } }),
          ],
        },
        {
          '1.27': ['spec.resources Decode', 'spec.initContainers[0].restartPolicy Decode'],
          '1.28': ['spec.resources Decode'],
          '1.32': [],
          '1.34': ['spec.resources.requests[cpu] Invalid'],
        },
      ],
      [
        'are the limit of each container, which is told at a field that is not there',
        {
          resources: { limits: { cpu: '1' } },
          containers: [asking('a', { limits: { cpu: '2' }, requests: { cpu: '1m' } })],
        },
        since134('spec.resources.containers[0][cpu].limits Invalid'),
      ],
      [
        'leave limits of huge pages to the containers',
        {
          resources: { limits: { cpu: '1' } },
          containers: [asking('a', { limits: { cpu: '1', 'hugepages-2Mi': '2Mi' } })],
        },
        since134(),
      ],
      [
        'but not where huge pages are requested',
        { resources: { limits: { cpu: '1' }, requests: { 'hugepages-2Mi': '2Mi' } } },
        since134('spec.resources.limits Required'),
      ],
    ],
    (spec) => podWith(spec),
  );
  check(
    [
      [
        'are not defaulted in a template',
        { resources: { limits: { cpu: '1' } }, containers: [asking('a', { requests: { cpu: '2' } })] },
        { '1.27': ['spec.template.spec.resources Decode'], '1.32': [] },
      ],
    ],
    deploymentWith,
  );
});
