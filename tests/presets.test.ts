/** The presets that Gramarye brings open, compile, and are saved as they are. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { applyEdits, checkGraph, fileSources, parseDocument, serialiseDocument } from '../src/index.ts';

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

test('Gatys’ graph paints on without its content loss, which is muted', async () => {
  const parsed = parseDocument(readFileSync(`${folder}gatys.gramarye.json`, 'utf8'));
  if (!parsed.ok) throw new Error('It does not open.');
  const muted = applyEdits(parsed.value.document, [{ type: 'set-flow', node: 'contentLoss', flow: 'muted' }]);
  if (!muted.ok) throw new Error(muted.reason.id);
  const checked = await checkGraph(muted.value, { sources: fileSources(folder) });
  const terms = checked.ok ? checked.value.plan.stages.flatMap(stage => stage.terms) : [];
  expect(new Set(terms.map(({ name }) => name.split('/')[0]))).toEqual(new Set(['style', 'variation']));
});
