/** The presets that Gramarye brings open, compile, and are saved as they are. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { checkGraph, fileSources, parseDocument, serialiseDocument } from '../src/index.ts';

const folder = fileURLToPath(new URL('../presets/', import.meta.url));
const presets = readdirSync(folder).filter(name => name.endsWith('.gramarye.json'));

describe.each(presets)('the preset %s', name => {
  const text = readFileSync(folder + name, 'utf8');

  test('compiles to a plan with a picture at its end', async () => {
    const checked = await checkGraph(text, { sources: fileSources(folder) });
    expect(checked).toMatchObject({ ok: true, value: { plan: { outputs: [{ node: 'output' }] } } });
  });

  test('is written as Gramarye itself would save it', () => {
    const parsed = parseDocument(text);
    expect(parsed).toMatchObject({ ok: true, value: { repairs: [] } });
    if (parsed.ok) expect(serialiseDocument(parsed.value.document)).toBe(text);
  });
});
