/** The graph that a first visit opens with. */
import gatys from '../../../presets/gatys.gramarye.json?raw';
import type { GraphDocument } from '../../graph/document.ts';
import { parseDocument } from '../../graph/file/parse.ts';
import { titlesIn } from '../documents/titles-in.ts';
import { useSettings } from './settings.ts';

export function defaultDocument(): GraphDocument {
  const opened = parseDocument(gatys);
  if (!opened.ok) throw new Error('The preset that ships cannot be opened.');
  return titlesIn(opened.value.document, useSettings.getState().language);
}
