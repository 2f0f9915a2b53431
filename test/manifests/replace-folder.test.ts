import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { OutputFolderError } from '../../lib/manifests/output-folder-error';
import { writeFolder } from '../../lib/manifests/write-folder';

type Rename = (from: string, to: string) => void;
const mockRename = jest.fn<ReturnType<Rename>, Parameters<Rename>>();
const mockBeforeFolder = jest.fn<undefined, []>();
const mockRemove = jest.fn<undefined, []>();
jest.mock('node:fs', () => {
  const actual = jest.requireActual<typeof fs>('node:fs');
  const renameSync: Rename = (from, to) => {
    mockRename(from, to);
    actual.renameSync(from, to);
  };
  const mkdtempSync = (prefix: string): string => {
    mockBeforeFolder();
    return actual.mkdtempSync(prefix);
  };
  const rmSync: typeof fs.rmSync = (...given) => {
    mockRemove();
    actual.rmSync(...given);
  };
  return { ...actual, renameSync, mkdtempSync, rmSync };
});

const failing = (code: string) => () => {
  throw Object.assign(new Error(`${code}: no`), { code });
};
const one = [{ path: 'a.yaml', text: 'kind: Pod\n' }];
const other = [{ path: 'b.yaml', text: 'kind: Service\n' }];

describe('the swap of folders', () => {
  let above: string;
  let folder: string;
  const found = (): string[] => fs.readdirSync(above, { recursive: true }).map(String).sort();

  beforeEach(() => {
    above = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'replace-folder-')));
    folder = path.join(above, 'dist');
    for (const mock of [mockRename, mockBeforeFolder, mockRemove]) mock.mockReset();
    writeFolder(folder, one);
  });

  afterEach(() => {
    fs.rmSync(above, { recursive: true });
  });

  it('puts the old folder back when the new one cannot take its place', () => {
    mockRename.mockImplementationOnce(() => undefined).mockImplementationOnce(failing('EIO'));
    expect(() => {
      writeFolder(folder, other);
    }).toThrow('EIO');
    expect(found()).toEqual(['dist', 'dist/a.yaml']);
  });

  it.each(['EBUSY', 'EXDEV', 'EPERM', 'EACCES'])('says what to do where renaming is impossible: %s', (code) => {
    mockRename.mockImplementationOnce(failing(code));
    const write = () => {
      writeFolder(folder, other);
    };
    expect(write).toThrow(OutputFolderError);
    mockRename.mockImplementationOnce(failing(code));
    expect(write).toThrow(
      new RegExp(
        `does not allow that \\(${code}\\), as for a mount point.*Name a folder inside it, such as ".*dist/manifests"`,
      ),
    );
    expect(found()).toEqual(['dist', 'dist/a.yaml']);
  });

  it('begins anew when another run was quicker', () => {
    mockRename.mockImplementationOnce(failing('ENOENT')).mockImplementationOnce(failing('ENOTEMPTY'));
    writeFolder(folder, other);
    expect(found()).toEqual(['dist', 'dist/b.yaml']);
  });

  it('gives up when another run is always quicker', () => {
    mockRename.mockImplementation(failing('ENOTEMPTY'));
    expect(() => {
      writeFolder(folder, other);
    }).toThrow('is being written by another run');
    expect(found()).toEqual(['dist', 'dist/a.yaml']);
  });

  it('removes what a killed run left while it wrote', () => {
    fs.mkdirSync(path.join(above, '.dist.cdk8s-exposed-app-Ab3dEf/new'), { recursive: true });
    fs.writeFileSync(path.join(above, '.dist.cdk8s-exposed-app-Ab3dEf/new/half.yaml'), 'ki');
    writeFolder(folder, one);
    expect(found()).toEqual(['dist', 'dist/a.yaml']);
  });

  it('puts back what a run killed between its two renames took away, also where the next write is refused', () => {
    fs.mkdirSync(path.join(above, '.dist.cdk8s-exposed-app-Ab3dEf'));
    fs.renameSync(folder, path.join(above, '.dist.cdk8s-exposed-app-Ab3dEf/old'));
    expect(() => {
      writeFolder(folder, [{ path: `${`${'x'.repeat(250)}/`.repeat(20)}a.yaml`, text: '' }]);
    }).toThrow('ENAMETOOLONG');
    expect(found()).toEqual(['dist', 'dist/a.yaml']);
  });

  it('puts back what a run takes away while the next one looks at what it left', () => {
    const staging = path.join(above, '.dist.cdk8s-exposed-app-Ab3dEf');
    fs.mkdirSync(staging);
    mockBeforeFolder.mockImplementationOnce(() => {
      fs.renameSync(folder, path.join(staging, 'old'));
      return undefined;
    });
    writeFolder(folder, one);
    expect(found()).toEqual(['dist', 'dist/a.yaml']);
  });

  it('looks at the folder again when it begins anew', () => {
    mockRename.mockImplementationOnce(() => {
      fs.writeFileSync(path.join(folder, 'notes.txt'), 'mine');
      failing('ENOENT')();
    });
    expect(() => {
      writeFolder(folder, other);
    }).toThrow('holds what this library did not write');
    expect(found()).toEqual(['dist', 'dist/a.yaml', 'dist/notes.txt']);
  });

  it('has written what it has written, also where the old folder cannot be removed; the next run tries again', () => {
    mockRemove.mockImplementationOnce(failing('EACCES'));
    writeFolder(folder, other);
    expect(fs.readdirSync(folder)).toEqual(['b.yaml']);
    expect(found().filter((name) => name.endsWith('gone'))).toHaveLength(1);
    writeFolder(folder, one);
    expect(found()).toEqual(['dist', 'dist/a.yaml']);
  });

  it('leaves alone what only resembles a leftover', () => {
    fs.mkdirSync(path.join(above, '.dist.cdk8s-exposed-app-notes'));
    fs.mkdirSync(path.join(above, '.other.cdk8s-exposed-app-Ab3dEf'));
    writeFolder(folder, other);
    expect(found()).toEqual([
      '.dist.cdk8s-exposed-app-notes',
      '.other.cdk8s-exposed-app-Ab3dEf',
      'dist',
      'dist/b.yaml',
    ]);
  });
});
