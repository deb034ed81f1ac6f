import { CircleHelp } from 'lucide-react';
import type { NodeKind } from '../../graph/kind.ts';
import { IconButton } from '../controls/icon-button.tsx';
import { useWords } from '../language/words.ts';
import { openHelp } from './help-state.ts';

/** Opens the help page of a kind of node. */
export function HelpButton({ kind: { kind, title } }: { readonly kind: NodeKind }) {
  const words = useWords();
  return (
    <IconButton
      icon={CircleHelp}
      label={words('help.about-node', { what: title })}
      keys="F1"
      side="left"
      onClick={() => openHelp({ type: 'node', kind })}
    />
  );
}
