import * as fs from 'node:fs';
import { createServer } from 'node:net';
import * as os from 'node:os';
import * as path from 'node:path';
import { OutputFolderError } from '../../lib/manifests/output-folder-error';
import { writeFolder } from '../../lib/manifests/write-folder';

const header = '# Written by cdk8s-exposed-app. Do not edit: change the program and synthesize again.\n';
const files = [
  { path: 'web.k8s.yaml', text: 'kind: Service\n' },
  { path: 'shop/db.k8s.yaml', text: 'kind: Pod\n' },
];

describe('writeFolder', () => {
  let above: string;
  let folder: string;

  beforeEach(() => {
    above = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'write-folder-')));
    folder = path.join(above, 'dist');
  });

  afterEach(() => {
    fs.rmSync(above, { recursive: true });
  });

  /** Every file and folder below, links and others by their kind. */
  const contents = (at = above): Record<string, string> =>
    Object.fromEntries(
      fs
        .readdirSync(at, { recursive: true, withFileTypes: true })
        .map((entry) => [path.relative(at, path.join(entry.parentPath, entry.name)), entry] as const)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, entry]) => [
          name,
          entry.isFile() ? fs.readFileSync(path.join(at, name), 'utf8') : entry.isDirectory() ? 'folder' : 'other',
        ]),
    );
  const put = (name: string, text: string): void => {
    fs.mkdirSync(path.dirname(path.join(above, name)), { recursive: true });
    fs.writeFileSync(path.join(above, name), text);
  };
  /** Expects the refusal, and that nothing on disk has changed by it. */
  const expectRefusal = (message: string | RegExp, at = folder, what: typeof files = files): void => {
    const before = contents();
    expect(() => {
      writeFolder(at, what);
    }).toThrow(OutputFolderError);
    expect(() => {
      writeFolder(at, what);
    }).toThrow(message);
    expect(contents()).toEqual(before);
  };

  it('writes files with the line by which we know them, and nothing beside the folder', () => {
    writeFolder(path.join(above, 'a/b/dist'), files);
    expect(contents()).toEqual({
      a: 'folder',
      'a/b': 'folder',
      'a/b/dist': 'folder',
      'a/b/dist/shop': 'folder',
      'a/b/dist/shop/db.k8s.yaml': `${header}kind: Pod\n`,
      'a/b/dist/web.k8s.yaml': `${header}kind: Service\n`,
    });
  });

  it('takes away what is no longer written', () => {
    writeFolder(folder, files);
    writeFolder(folder, [{ path: 'web.k8s.yaml', text: 'kind: Ingress\n' }]);
    expect(contents()).toEqual({ dist: 'folder', 'dist/web.k8s.yaml': `${header}kind: Ingress\n` });
    writeFolder(folder, []);
    expect(contents()).toEqual({ dist: 'folder' });
  });

  it('leaves a folder alone that holds the same', () => {
    writeFolder(folder, files);
    const inode = fs.statSync(folder).ino;
    writeFolder(folder, [...files].reverse());
    expect(fs.statSync(folder).ino).toBe(inode);
  });

  it('removes an empty folder that is no part of the output', () => {
    writeFolder(folder, files);
    fs.mkdirSync(path.join(folder, 'empty'));
    writeFolder(folder, files);
    expect(fs.existsSync(path.join(folder, 'empty'))).toBe(false);
  });

  it('gives files and folders the ordinary permissions', () => {
    put('ordinary/file', '');
    writeFolder(folder, files);
    const mode = (name: string) => fs.statSync(path.join(above, name)).mode;
    expect(mode('dist')).toBe(mode('ordinary'));
    expect(mode('dist/shop')).toBe(mode('ordinary'));
    expect(mode('dist/web.k8s.yaml')).toBe(mode('ordinary/file'));
  });

  it('keeps the old folder when the new one cannot be written', () => {
    writeFolder(folder, files);
    const before = contents();
    const tooLong = { path: `${`${'x'.repeat(250)}/`.repeat(20)}web.yaml`, text: '' };
    expect(() => {
      writeFolder(folder, [{ path: 'web.k8s.yaml', text: 'kind: Ingress\n' }, tooLong]);
    }).toThrow(/^Output folder ".*dist" cannot be written: ENAMETOOLONG/);
    expect(contents()).toEqual(before);
  });

  it('opens a folder to nobody else than before', () => {
    writeFolder(folder, files);
    fs.chmodSync(folder, 0o700);
    writeFolder(folder, []);
    expect(fs.statSync(folder).mode & 0o777).toBe(0o700);
  });

  it('follows a symbolic link to the real folder', () => {
    fs.mkdirSync(path.join(above, 'real/place'), { recursive: true });
    fs.symlinkSync('real/place', folder);
    writeFolder(folder, files);
    expect(fs.lstatSync(folder).isSymbolicLink()).toBe(true);
    expect(contents(path.join(above, 'real'))).toHaveProperty(['place/shop/db.k8s.yaml']);
    writeFolder(folder, []);
    expect(contents(path.join(above, 'real'))).toEqual({ place: 'folder' });
  });

  describe('refuses', () => {
    it('a folder with a file of somebody else', () => {
      writeFolder(folder, files);
      put('dist/shop/notes.txt', 'mine');
      expectRefusal(/holds what this library did not write.*: shop\/notes\.txt\. Allowed/);
    });

    it('a folder with many files of somebody else, and names the first', () => {
      for (let number = 0; number < 8; number++) put(`dist/${number}.yaml`, 'kind: Pod\n');
      expectRefusal('0.yaml, 1.yaml, 2.yaml, 3.yaml, 4.yaml and 3 more');
    });

    it('a folder with an empty file, or one that only resembles ours', () => {
      put('dist/a.yaml', '');
      put('dist/b.yaml', '# Written by cdk8s\n');
      expectRefusal('a.yaml, b.yaml');
    });

    it('a folder with a symbolic link', () => {
      writeFolder(folder, files);
      fs.symlinkSync('web.k8s.yaml', path.join(folder, 'link.yaml'));
      expectRefusal('link.yaml (a symbolic link)');
    });

    it('a folder with a socket', async () => {
      fs.mkdirSync(folder);
      const server = createServer();
      await new Promise<void>((resolve) => server.listen(path.join(folder, 'socket'), resolve));
      expectRefusal('socket (no regular file)');
      await new Promise((resolve) => server.close(resolve));
    });

    it('a file, and a folder below a file', () => {
      put('dist', 'text');
      expectRefusal('is a file. Remove it');
      expectRefusal(/cannot be made, since ".*dist" is a file/, path.join(folder, 'inner/most'));
    });

    it('a symbolic link to nothing', () => {
      fs.symlinkSync('nowhere', folder);
      expectRefusal('is a symbolic link that leads nowhere');
    });

    it('the working directory and what contains it, also behind a symbolic link', () => {
      fs.symlinkSync(path.resolve('.'), folder);
      expectRefusal('is the working directory');
      expectRefusal('is the working directory', '.');
      expectRefusal('contains the working directory', '..');
      expectRefusal('contains the working directory', path.parse(above).root);
    });

    it.each([
      ['/etc/web.yaml', 'is an absolute path'],
      ['C:\\web.yaml', 'is an absolute path'],
      ['../web.yaml', 'contains the name ".."'],
      ['a/../../web.yaml', 'contains the name ".."'],
      ['a//web.yaml', 'contains the name ""'],
      ['./web.yaml', 'contains the name "."'],
      ['', 'contains the name ""'],
      ['a\\web.yaml', 'contains a NUL or a backslash'],
      ['a\0.yaml', 'contains a NUL or a backslash'],
      [`${'é'.repeat(126)}.yaml`, 'contains a name of 257 bytes'],
    ])('the file path %j', (name, problem) => {
      expectRefusal(problem, folder, [{ path: name, text: '' }]);
    });

    it.each([
      ['web.yaml', 'web.yaml'],
      ['Web.yaml', 'web.yaml'],
      ['é.yaml', 'e\u0301.yaml'],
      ['web', 'web/service.yaml'],
      ['web/service.yaml', 'WEB'],
      ['web/a.yaml', 'Web/b.yaml'],
    ])('%j beside %j', (one, other) => {
      expectRefusal(
        'falls together with',
        folder,
        [one, other].map((name) => ({ path: name, text: '' })),
      );
    });
  });

  it('writes into a folder whose name begins with two dots', () => {
    writeFolder(path.join(above, '..dist'), files);
    expect(Object.keys(contents())).toContain('..dist/web.k8s.yaml');
  });
});
