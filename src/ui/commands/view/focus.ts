import { CornerDownRight } from 'lucide-react';
import { showTab } from '../../layout/shown-tab.ts';
import type { Command } from '../command.ts';
import { focusKeywords, focusPlace } from './in-common.ts';
import { focusRegion, regions } from './regions.ts';

/** One for each region of the page. */
export const focusCommands: readonly Command[] = regions.map(({ region, label }) => ({
  id: `view.focus-${region}`,
  label,
  place: focusPlace,
  icon: CornerDownRight,
  keywords: focusKeywords,
  undo: 'none',
  run: () => {
    if (focusRegion(region)) return;
    // In a narrow window the picture is a tab among others.
    if (region === 'viewer') showTab('picture');
    focusRegion('inspector');
  },
}));
