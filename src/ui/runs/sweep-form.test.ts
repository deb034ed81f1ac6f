import { expect, test } from 'vitest';
import { gatys } from '../../nodes/testing/graphs.ts';
import { type AxisForm, axesOf, axisOf, initialForm, isNumeric, likeliest, variables } from './sweep-form.ts';

const graph = gatys();
const all = variables(graph);

function formOf(path: string): AxisForm {
  const variable = all.find(other => other.path === path);
  if (!variable) throw new Error(`${path} is not to be varied.`);
  return initialForm(variable);
}

const labels = (form: AxisForm) => {
  const axis = axisOf(graph, form);
  return axis.ok ? axis.value.values.map(({ label }) => label).join(' ') : axis.reason.id;
};

test('what the dialog begins with is an axis, whichever parameter it is', () => {
  for (const { path } of all) expect(axisOf(graph, formOf(path)), path).toMatchObject({ ok: true });
});

test('a weight is tried from a tenth to ten times, layers one more each time, choices all', () => {
  expect(labels(formOf('styleLoss.weight'))).toBe('1 10 100');
  expect(labels(formOf('styleTaps.layers'))).toBe('relu1_1 relu1_1+relu2_1 relu1_1+relu2_1+relu3_1');
  expect(labels(formOf('encoder.pooling'))).toBe('max average');
  expect(labels(formOf('optimiser.clamp'))).toBe('yes no');
  expect(labels(formOf('picture.noise'))).toBe('0 0.5 1');
});

test('what is typed is taken, or refused with the reason', () => {
  const form = formOf('styleLoss.weight');
  expect(labels({ ...form, from: '5', steps: '1' })).toBe('5');
  expect(labels({ ...form, factors: false, from: '0', to: '10', steps: '6' })).toBe('0 2 4 6 8 10');
  expect(labels({ ...form, from: '0' })).toBe('sweep.range');
  expect(labels({ ...form, mode: 'list', list: '1, -3' })).toBe('parameter-refused');
  const down = { ...formOf('picture.noise'), list: 'much', mode: 'list' as const };
  expect(axesOf(graph, { across: form, down, iterations: '1', size: '' })).toMatchObject({
    ok: false,
    reason: { id: 'parameter-refused' },
  });
});

test('the selected node comes first, else the weight of the style', () => {
  expect(likeliest(all, 'contentLoss')?.path).toBe('contentLoss.weight');
  expect(likeliest(all, 'picture')?.path).toBe('picture.noise');
  expect(likeliest(all, undefined)?.path).toBe('styleLoss.weight');
  expect(all.filter(isNumeric).length).toBeGreaterThan(5);
});
