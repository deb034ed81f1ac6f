import { expect, test } from 'vitest';
import { compareWithKnown, type KnownSource, knownSource, knownSources } from './known-sources.ts';
import { refuseName } from './store/encoder-name.ts';

test('every known source has a name of its own that an encoder can have, an address, a licence and a hash', () => {
  expect(new Set(knownSources.map(({ name }) => name)).size).toBe(knownSources.length);
  for (const { name, url, sha256, md5, licence, statedAt, download } of knownSources) {
    expect(refuseName(name), name).toBeUndefined();
    expect(new URL(url).protocol, name).toBe('https:');
    expect(new URL(statedAt).protocol, name).toBe('https:');
    expect(sha256 ?? md5, name).toMatch(sha256 ? /^[0-9a-f]{64}$/ : /^[0-9a-f]{32}$/);
    expect(licence, name).toMatch(/^[A-Za-z]+-[\w.-]+$/);
    expect(download, name).toBeGreaterThan(3e7);
  }
});

const sha = 'a'.repeat(64);
const md5 = 'b'.repeat(32);
const known: KnownSource = { ...(knownSource('vgg19') as KnownSource), url: 'https://x/known', sha256: sha };
const { sha256: _, ...byMd5 } = { ...known, name: 'old', url: 'https://x/old', md5 };
const compare = (file: Parameters<typeof compareWithKnown>[0], url?: string) => {
  const { agreement, source } = compareWithKnown(file, url, [known, byMd5]);
  return [agreement, source?.name];
};

test('a file is known by its hash, wherever it comes from', () => {
  expect(compare({ sha256: sha })).toEqual(['agrees', 'vgg19']);
  expect(compare({ sha256: sha }, 'https://elsewhere/')).toEqual(['agrees', 'vgg19']);
  expect(compare({ sha256: 'c'.repeat(64), md5 })).toEqual(['agrees', 'old']);
});

test('a known address that gives another file differs', () => {
  expect(compare({ sha256: 'c'.repeat(64) }, 'https://x/known')).toEqual(['differs', 'vgg19']);
  expect(compare({ md5: 'c'.repeat(32) }, 'https://x/old')).toEqual(['differs', 'old']);
});

test('what was read in part, or is hashed otherwise, is not compared', () => {
  expect(compare({}, 'https://x/known')).toEqual(['unlisted', 'vgg19']);
  expect(compare({ sha256: sha.replace('a', 'c') }, 'https://x/old')).toEqual(['unlisted', 'old']);
  expect(compare({ sha256: 'c'.repeat(64) }, 'https://elsewhere/')).toEqual(['unlisted', undefined]);
});

test('where a SHA-256 is known, an MD5 proves nothing', () => {
  const both = [{ ...known, md5 }];
  expect(compareWithKnown({ md5 }, undefined, both).agreement).toBe('unlisted');
});
