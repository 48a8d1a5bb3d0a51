import { describe, expect, it } from 'vitest';
import { fileArgument } from '../../../electron/fileArgument';
import { shortenFolder } from '../../../electron/files/displayPath';
import { DEFAULT_SETTINGS, readSettings } from '../../../shared/settings/settings';

describe('stored settings', () => {
  it.each([undefined, null, 7, 'text', [], {}])('%j gives the defaults', stored => {
    expect(readSettings(stored)).toEqual({ settings: DEFAULT_SETTINGS, rejected: [] });
  });

  it('a bad value costs only itself and is named', () => {
    const { settings, rejected } = readSettings({ theme: 'dark', fontSize: 'large', author: '沈嘉禾' });
    expect(settings).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark', author: '沈嘉禾' });
    expect(rejected).toEqual(['fontSize']);
  });

  it('names of a newer version are left out', () => {
    expect(readSettings({ hologram: true, fontSize: 20 })).toEqual({
      settings: { ...DEFAULT_SETTINGS, fontSize: 20 },
      rejected: [],
    });
  });

  it('kinds of finding turned off have to be known ones', () => {
    expect(readSettings({ disabledKinds: ['space', 'width'] })).toEqual({
      settings: { ...DEFAULT_SETTINGS, disabledKinds: ['space', 'width'] },
      rejected: [],
    });
    expect(readSettings({ disabledKinds: ['typo'] }).rejected).toEqual(['disabledKinds']);
  });

  it('the defaults are valid', () => {
    expect(readSettings(DEFAULT_SETTINGS)).toEqual({ settings: DEFAULT_SETTINGS, rejected: [] });
  });
});

describe('the file on the command line', () => {
  it.each([
    [['electron', '.', 'a.txt'], false, '/home/a.txt'],
    [['electron', '--inspect=0', '.', '/x/a.txt'], false, '/x/a.txt'],
    [['electron', '.'], false, null],
    [['kanwu', 'a.txt'], true, '/home/a.txt'],
    [['kanwu', '--no-sandbox'], true, null],
  ])('%j', (argv, packaged, expected) => {
    expect(fileArgument(argv, packaged, '/home')).toBe(expected);
  });
});

describe('a folder as people read it', () => {
  it.each([
    ['/home/ann/texts', '~/texts'],
    ['/home/ann', '~'],
    ['/home/annette/texts', '/home/annette/texts'],
    [`/data/${'very-long-name/'.repeat(6)}scans/1986`, '/data/…/scans/1986'],
  ])('%s', (folder, shown) => expect(shortenFolder(folder, '/home/ann')).toBe(shown));
});
