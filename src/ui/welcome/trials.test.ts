import { expect, test } from 'vitest';
import { applyEdits } from '../../graph/apply.ts';
import type { GraphDocument, ParameterValue } from '../../graph/document.ts';
import { defaultDocument } from '../state/default-document.ts';
import { placeOfTrial, trials, trialsDone } from './trials.ts';

const before = defaultDocument();

function after(node: string, param: string, value: ParameterValue, from = before): GraphDocument {
  const applied = applyEdits(from, [{ type: 'set-parameter', node, param, value }]);
  if (!applied.ok) throw new Error(applied.reason.id);
  return applied.value;
}

test('each trial is seen in the document, and nothing else is taken for it', () => {
  expect(trialsDone(before, before)).toEqual([]);
  expect(trialsDone(before, after('style', 'source', 'sample:cubist'))).toEqual(['style']);
  expect(trialsDone(before, after('styleLoss', 'weight', 35))).toEqual(['weight']);
  expect(trialsDone(before, after('styleTaps', 'layers', ['relu1_1']))).toEqual(['layer']);
  expect(trialsDone(before, after('styleLoss', 'weights', { relu3_1: 0 }))).toEqual(['layer']);

  expect(trialsDone(before, after('content', 'source', 'sample:old-town'))).toEqual([]);
  expect(trialsDone(before, after('contentLoss', 'weight', 3))).toEqual([]);
  expect(trialsDone(before, after('contentTaps', 'layers', ['relu4_2', 'relu5_1']))).toEqual([]);
  expect(trialsDone(before, after('styleLoss', 'weights', { relu3_1: 2 }))).toEqual([]);
});

test('each trial has its place in the graph, but where there is none', () => {
  expect(trials.map(trial => placeOfTrial(before, trial))).toEqual(['style', 'styleLoss', 'styleTaps']);
  const nothing: GraphDocument = { title: '', nodes: {}, edges: {} };
  expect(trials.map(trial => placeOfTrial(nothing, trial))).toEqual([undefined, undefined, undefined]);
});

test('a node that is gone was not tried', () => {
  const applied = applyEdits(before, [{ type: 'remove-node', id: 'style' }]);
  if (!applied.ok) throw new Error(applied.reason.id);
  expect(trialsDone(before, applied.value)).toEqual([]);
});
