import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { ApiObject, App, Chart, Lazy, Testing, YamlOutputType, type ApiObjectProps, type AppProps } from 'cdk8s';
import { Construct } from 'constructs';
import { CheckError } from '../lib/check/check-error';
import { CheckedApp, type CheckedAppProps } from '../lib/checked-app';
import { Target } from '../lib/target/target';

const header = '# Written by cdk8s-exposed-app. Do not edit: change the program and synthesize again.\n';
const outputTypes = [
  YamlOutputType.FILE_PER_APP,
  YamlOutputType.FILE_PER_CHART,
  YamlOutputType.FILE_PER_RESOURCE,
  YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE,
];

let above: string;
beforeEach(() => {
  above = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'checked-app-')));
});
afterEach(() => {
  fs.rmSync(above, { recursive: true });
});

const outdir = (name = 'dist'): string => path.join(above, name);
const checkedApp = (props: CheckedAppProps = {}): CheckedApp => new CheckedApp({ outdir: outdir(), ...props });
const object = (scope: Construct, id: string, props: Partial<ApiObjectProps> = {}): ApiObject =>
  new ApiObject(scope, id, { apiVersion: 'v1', kind: 'ConfigMap', ...props });
const named = (scope: Construct, kind: string, name: string, namespace?: string): ApiObject =>
  object(scope, `${kind}-${name}-${namespace ?? ''}`, { kind, metadata: namespace ? { name, namespace } : { name } });

/** The files of a folder, without our first line, which must be there. */
const written = (folder = outdir()): Record<string, string> =>
  Object.fromEntries(
    fs
      .readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
      .sort()
      .map((name) => [name, fs.readFileSync(path.join(folder, name), 'utf8').replace(header, '')]),
  );

/** The files that cdk8s itself writes for the same tree. */
const writtenByCdk8s = (build: (app: App) => void, props: AppProps): Record<string, string> => {
  const app = new App({ outdir: outdir('cdk8s'), ...props });
  build(app);
  app.synth();
  return written(outdir('cdk8s'));
};

const shop = (app: App): void => {
  const data = new Chart(app, 'data', { namespace: 'shop', labels: { team: 'blue' } });
  named(data, 'ConfigMap', 'settings').addDependency(named(data, 'Namespace', 'shop'));
  const web = new Chart(app, 'Web', { namespace: 'shop' });
  object(web, 'service', {
    kind: 'Service',
    spec: { ports: [{ port: 80, name: Lazy.any({ produce: () => 'http' }) }], selector: { on: 'yes' } },
  });
  object(web, 'script', { kind: 'ConfigMap', data: { 'run.sh': '#!/bin/sh\nexec "$@"\n' } });
  new Chart(app, 'empty');
};
const dependentShop = (app: App): void => {
  shop(app);
  app.node.findChild('data').node.addDependency(app.node.findChild('Web'));
};

describe('CheckedApp writes what cdk8s writes', () => {
  it.each(outputTypes)('for output type %p', (yamlOutputType) => {
    for (const build of [shop, dependentShop, () => undefined]) {
      const app = checkedApp({ yamlOutputType });
      build(app);
      app.synth();
      expect(written()).toEqual(writtenByCdk8s(build, { yamlOutputType }));
      fs.rmSync(outdir('cdk8s'), { recursive: true });
    }
  });

  it('with another extension', () => {
    const app = checkedApp({ outputFileExtension: '.yml' });
    shop(app);
    app.synth();
    expect(Object.keys(written())).toEqual(['data.yml', 'empty.yml', 'web-c8be3fae.yml']);
  });

  it('and the same on every run', () => {
    const texts = [1, 2].map(() => {
      const app = checkedApp();
      dependentShop(app);
      app.synth();
      return written();
    });
    expect(texts[0]).toEqual(texts[1]);
  });

  it('as text, by chart and in tests', () => {
    const app = checkedApp();
    shop(app);
    const plain = new App();
    shop(plain);
    expect(app.synthYaml()).toBe(plain.synthYaml());
    expect(app.charts.map((chart) => Testing.synth(chart) as unknown)).toEqual(
      plain.charts.map((chart) => Testing.synth(chart) as unknown),
    );
    expect(app.charts.map(({ node }) => node.id)).toEqual(plain.charts.map(({ node }) => node.id));
    expect(fs.existsSync(outdir())).toBe(false);
  });

  it('but never construct-metadata.json', () => {
    const app = checkedApp({ recordConstructMetadata: true });
    shop(app);
    app.synth();
    expect(Object.keys(written())).not.toContain('construct-metadata.json');
  });
});

describe('CheckedApp keeps objects apart that cdk8s writes over each other', () => {
  const build = (app: App): void => {
    for (const namespace of ['shop', 'blog']) {
      const chart = new Chart(app, namespace, { namespace });
      named(chart, 'ConfigMap', 'web');
      named(chart, 'ServiceAccount', namespace);
    }
    for (const name of ['system:web', 'systemweb']) {
      const role = { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRole', metadata: { name } };
      object(new Chart(app, name), 'role', role);
    }
  };

  it('in one file a resource', () => {
    const app = checkedApp({ yamlOutputType: YamlOutputType.FILE_PER_RESOURCE });
    build(app);
    app.synth();
    expect(Object.keys(written())).toEqual([
      'ClusterRole.systemweb-2.k8s.yaml',
      'ClusterRole.systemweb.k8s.yaml',
      'ConfigMap.web.blog.k8s.yaml',
      'ConfigMap.web.shop.k8s.yaml',
      'ServiceAccount.blog.k8s.yaml',
      'ServiceAccount.shop.k8s.yaml',
    ]);
  });

  it('in charts whose names fall together', () => {
    const app = checkedApp();
    named(new Chart(new Construct(app, 'a'), 'b'), 'ConfigMap', 'one');
    named(new Chart(new Construct(new Construct(app, 'Default'), 'a'), 'b'), 'ConfigMap', 'two');
    app.synth();
    const names = Object.keys(written());
    expect(names).toHaveLength(2);
    expect(names.map((name) => name.replace(/c8\w{6}/, 'hash'))).toEqual(['a-b-hash-2.k8s.yaml', 'a-b-hash.k8s.yaml']);
  });
});

describe('CheckedApp leaves the output folder as it was', () => {
  const before = (): void => {
    const app = checkedApp();
    shop(app);
    app.synth();
  };
  const expectUntouched = (build: (app: App) => void, message: string): void => {
    before();
    const files = written();
    const app = checkedApp();
    build(app);
    expect(() => {
      app.synth();
    }).toThrow(message);
    expect(written()).toEqual(files);
    expect(fs.readdirSync(above)).toEqual(['dist']);
  };

  it('when validations fail, and tells all of them in the words of cdk8s', () => {
    expectUntouched((app) => {
      const chart = new Chart(app, 'web');
      chart.node.addValidation({ validate: () => ['no owner', 'no budget'] });
      object(chart, 'service').node.addValidation({ validate: () => ['no ports'] });
    }, 'Validation failed with the following errors:\n  [web] no owner\n  [web] no budget\n  [web/service] no ports');
  });

  it('when an object cannot be rendered', () => {
    expectUntouched((app) => {
      const chart = new Chart(app, 'web');
      object(chart, 'good');
      object(chart, 'bad', { spec: { when: new Date(0) } });
    }, "Failed serializing construct at path 'web/bad'");
  });

  it('when an object cannot be printed', () => {
    expectUntouched((app) => {
      object(new Chart(app, 'web'), 'bad', { apiVersion: 'example.com/v1', kind: 'Job', spec: { run: () => 1 } });
    }, '[web/bad] spec.run: is a function: a manifest holds texts');
  });

  it('when the API server of the target would refuse an object', () => {
    expectUntouched((app) => {
      const chart = new Chart(app, 'web');
      Target.set(chart, new Target({ nodePortRange: [30000, 30010] }));
      object(chart, 'service', { kind: 'Service', spec: { type: 'NodePort', ports: [{ port: 80, nodePort: 30020 }] } });
    }, '[web/service] spec.ports[0].nodePort: ');
  });

  it('when one object is made twice', () => {
    expectUntouched((app) => {
      const role = { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRole', metadata: { name: 'web' } };
      object(new Chart(app, 'a'), 'role', { ...role, rules: [] });
      object(new Chart(app, 'b'), 'role', {
        ...role,
        rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['get'] }],
      });
    }, "[b/role] metadata.name: ClusterRole 'web' stands in the set twice, and they differ (see a/role)\n    set/same-object: ");
  });

  it('and writes both where they go to different clusters', () => {
    const app = checkedApp();
    for (const id of ['a', 'b']) {
      const chart = new Chart(app, id);
      Target.set(chart, new Target());
      object(chart, 'settings', { metadata: { name: 'settings' }, data: { cluster: id } });
    }
    app.synth();
    expect(Object.keys(written())).toEqual(['a.k8s.yaml', 'b.k8s.yaml']);
  });

  it('by an error of a class that tests can expect', () => {
    const app = checkedApp();
    object(new Chart(app, 'web'), 'service', { kind: 'Service', spec: { type: 'Nonsense', ports: [{ port: 80 }] } });
    expect(() => app.synthYaml()).toThrow(CheckError);
  });

  it('when a dependency is a cycle', () => {
    expectUntouched((app) => {
      const [a, b] = [new Chart(app, 'a'), new Chart(app, 'b')];
      object(a, 'one').addDependency(object(b, 'two'));
      b.addDependency(a);
    }, 'Dependency cycle detected: a => b => a.');
  });

  it('when a dependency leads out of all charts', () => {
    expectUntouched((app) => {
      new Chart(app, 'a').addDependency(new Construct(app, 'group'));
    }, "'a' depends on 'group', but 'group' is in no chart");
    expectUntouched((app) => {
      new Chart(app, 'a').addDependency(new Chart(new App(), 'b'));
    }, "'a' depends on 'b', but 'b' is in another app");
  });

  it('when somebody else has put a file there', () => {
    before();
    fs.writeFileSync(path.join(outdir(), 'notes.txt'), '');
    const app = checkedApp();
    expect(() => {
      app.synth();
    }).toThrow('notes.txt');
    expect(Object.keys(written())).toHaveLength(4);
  });
});

describe('CheckedApp aims at a target', () => {
  it('for all charts below', () => {
    const target = new Target({ kubernetes: '1.33' });
    expect(Target.of(new Chart(checkedApp({ target }), 'web'))).toBe(target);
    expect(Target.of(new Chart(checkedApp(), 'web'))).toBe(Target.of(new App()));
  });

  it('and takes objects of different targets for different objects', () => {
    const app = checkedApp({ yamlOutputType: YamlOutputType.FILE_PER_RESOURCE });
    for (const id of ['east', 'west']) {
      const chart = new Chart(app, id);
      Target.set(chart, new Target());
      named(chart, 'ConfigMap', 'web', 'shop');
    }
    app.synth();
    expect(Object.keys(written())).toEqual(['ConfigMap.web.shop-2.k8s.yaml', 'ConfigMap.web.shop.k8s.yaml']);
  });
});
