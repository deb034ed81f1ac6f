/** What several commands of the edit menu share: where they stand, what they are offered on, what they ask. */
import { own } from '../../../graph/own.ts';
import { message } from '../../../language/message.ts';
import type { Result } from '../../../language/result.ts';
import type { Text } from '../../../language/text.ts';
import { possibleIf } from '../command.ts';
import type { CommandContext } from '../context.ts';

export const clipboardPlace = { menu: 'edit', group: 'clipboard' } as const;
export const wiresPlace = { menu: 'edit', group: 'wires' } as const;
export const alignPlace = { menu: 'edit', group: 'arrange', submenu: 'align' } as const;

export const alignKeywords: Text = { en: 'align distribute tidy', zh: '对齐 分布 整理' };

/** What lies on the canvas, but for wires. */
export const things = ['node', 'frame', 'note'] as const;

/** A selected wire is led through a point. */
export const whenBent = ({ document, selection }: CommandContext): Result<undefined> =>
  possibleIf(
    [...selection.edges].some(id => own(document.edges, id)?.via),
    message('command.no-bends'),
  );
