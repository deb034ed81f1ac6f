import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseDocument } from '../../graph/file/parse.ts';
import { titlesIn } from './titles-in.ts';

const presets = readdirSync('presets').filter(name => name.endsWith('.gramarye.json'));

test.each(presets)(
  '%s has a Chinese title for every node that bears one, and nothing else is changed',
  name => {
    const opened = parseDocument(readFileSync(`presets/${name}`, 'utf8'));
    if (!opened.ok) throw new Error(name);
    const { document } = opened.value;
    expect(titlesIn(document, 'en')).toBe(document);
    const translated = titlesIn(document, 'zh');
    for (const [id, { title, ...rest }] of Object.entries(translated.nodes)) {
      const { title: before, ...same } = document.nodes[id] ?? {};
      if (before !== undefined) expect(title).toMatch(/\p{Script=Han}/u);
      expect(rest).toEqual(same);
    }
    expect({ ...translated, nodes: {} }).toEqual({ ...document, nodes: {} });
  },
);
