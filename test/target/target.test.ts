import { App, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { Provider } from '../../lib/target/provider';
import { Target, type TargetProps } from '../../lib/target/target';

describe('a target', () => {
  test('of which nothing is said is the newest version with the defaults of Kubernetes', () => {
    const target = new Target();
    expect(target).toMatchObject({
      kubernetes: '1.37',
      minor: 37,
      nodePortRange: [30000, 32767],
      ipFamilies: ['IPv4'],
      ingressClasses: undefined,
      loadBalancerClasses: undefined,
      clusterDomain: 'cluster.local',
    });
    expect(target.provider.name).toBe(Provider.none().name);
  });

  test('takes what is said', () => {
    const provider = Provider.metalLb();
    const target = new Target({
      kubernetes: 'v1.33.4-gke.100',
      provider,
      nodePortRange: [31000, 31000],
      ipFamilies: ['IPv6', 'IPv4'],
      ingressClasses: ['nginx', { name: 'traefik', controller: 'traefik.io/ingress-controller', default: true }],
      loadBalancerClasses: ['service.k8s.aws/nlb'],
      clusterDomain: 'cluster.example',
    });
    expect(target).toMatchObject({
      kubernetes: '1.33',
      minor: 33,
      nodePortRange: [31000, 31000],
      ipFamilies: ['IPv6', 'IPv4'],
      ingressClasses: [
        { name: 'nginx' },
        { name: 'traefik', controller: 'traefik.io/ingress-controller', default: true },
      ],
      loadBalancerClasses: ['service.k8s.aws/nlb'],
      clusterDomain: 'cluster.example',
    });
    expect(target.provider).toBe(provider);
  });

  test('tells no classes from classes that are not known', () => {
    expect(new Target({ ingressClasses: [], loadBalancerClasses: [] })).toMatchObject({
      ingressClasses: [],
      loadBalancerClasses: [],
    });
  });

  test('is immutable, and apart from the lists that it was given', () => {
    const families: ('IPv4' | 'IPv6')[] = ['IPv4'];
    const classes = [{ name: 'nginx' }];
    const target = new Target({ ipFamilies: families, ingressClasses: classes });
    families.push('IPv6');
    classes[0]!.name = 'traefik';
    expect(target).toMatchObject({ ipFamilies: ['IPv4'], ingressClasses: [{ name: 'nginx' }] });
    for (const value of [
      target,
      target.ipFamilies,
      target.nodePortRange,
      target.ingressClasses,
      target.ingressClasses?.[0],
    ]) {
      expect(Object.isFrozen(value)).toBe(true);
    }
  });

  test.each<[TargetProps, string]>([
    [{ kubernetes: '1.20' }, "kubernetes is '1.20': known are 1.27, 1.28"],
    [{ kubernetes: 'latest' }, "kubernetes is 'latest'"],
    [{ nodePortRange: [32767, 30000] }, 'nodePortRange is [32767, 30000]: two whole numbers from 1 to 65535'],
    [{ nodePortRange: [0, 30000] }, 'nodePortRange is [0, 30000]'],
    [{ nodePortRange: [30000, 70000] }, 'nodePortRange is [30000, 70000]'],
    [{ nodePortRange: [30000.5, 32000] }, 'nodePortRange is [30000.5, 32000]'],
    [{ ipFamilies: [] }, "ipFamilies is []: it names 'IPv4', 'IPv6' or both, each once"],
    [{ ipFamilies: ['IPv4', 'IPv4'] }, 'ipFamilies is [IPv4, IPv4]'],
    [{ ipFamilies: ['ipv4' as 'IPv4'] }, 'ipFamilies is [ipv4]'],
    [{ ingressClasses: ['Nginx'] }, "ingressClasses holds 'Nginx'"],
    [{ ingressClasses: ['nginx', { name: 'nginx' }] }, "ingressClasses names 'nginx' twice"],
    [{ ingressClasses: [{ name: 'a', controller: 'nginx' }] }, "ingressClasses names the controller 'nginx'"],
    [{ ingressClasses: ['a', 'b'].map((name) => ({ name, default: true })) }, '2 default classes, a, b'],
    [{ loadBalancerClasses: ['a b'] }, "loadBalancerClasses is 'a b'"],
    [{ loadBalancerClasses: ['a', 'a'] }, "loadBalancerClasses names 'a' twice"],
    [{ clusterDomain: 'cluster_local' }, "clusterDomain is 'cluster_local'"],
  ])('refuses %j', (props, message) => {
    expect(() => new Target(props)).toThrow(message);
  });

  test('names everything that is wrong at once', () => {
    const wrong = { kubernetes: '2', nodePortRange: [2, 1], clusterDomain: '' } as const;
    expect(() => new Target(wrong)).toThrow(/^Target: kubernetes.*; nodePortRange.*; clusterDomain/s);
  });
});

describe('a target in the tree', () => {
  const tree = () => {
    const app = new App();
    const chart = new Chart(app, 'shop');
    return { app, chart, leaf: new Construct(new Construct(chart, 'web'), 'leaf') };
  };

  test('is the default where none is set', () => {
    const { app, leaf } = tree();
    expect(Target.of(leaf)).toMatchObject({ kubernetes: '1.37', ipFamilies: ['IPv4'] });
    expect(Target.of(leaf)).toBe(Target.of(app));
  });

  test('is that of the nearest ancestor, the scope itself included', () => {
    const { app, chart, leaf } = tree();
    const [near, far] = [new Target({ kubernetes: '1.36' }), new Target({ kubernetes: '1.33' })];
    Target.set(app, far);
    Target.set(chart, near);
    expect(Target.of(app)).toBe(far);
    expect(Target.of(chart)).toBe(near);
    expect(Target.of(leaf)).toBe(near);
  });

  test('can be set when there are children already, and set anew', () => {
    const { app, leaf } = tree();
    const target = new Target();
    Target.set(app, new Target());
    Target.set(app, target);
    expect(Target.of(leaf)).toBe(target);
  });

  test('is the same for two copies of the library in one process', () => {
    const { app, leaf } = tree();
    const target = new Target({ kubernetes: '1.36' });
    Target.set(app, target);
    let copy = Target;
    jest.isolateModules(() => {
      copy = jest.requireActual<{ Target: typeof Target }>('../../lib/target/target').Target;
    });
    expect(copy).not.toBe(Target);
    expect(copy.of(leaf)).toBe(target);
  });

  test('shows in no listing of the construct', () => {
    const { app } = tree();
    const before = Object.keys(app);
    Target.set(app, new Target());
    expect(Object.keys(app)).toEqual(before);
  });
});
