/** While two pictures are compared: how, and with what. */
import { ChevronDown, X } from 'lucide-react';
import { useShallow } from 'zustand/react/shallow';
import type { CheckpointFacts } from '../../runtime/session/events.ts';
import { IconButton } from '../controls/icon-button.tsx';
import { useWords } from '../language/words.ts';
import { openDocument, useEditor } from '../state/editor.ts';
import { usePainting } from '../state/painting.ts';
import { CompareModes, ShowOther } from './compare-modes.tsx';
import { isSameOther, keyOf, nameOfOther } from './compared.ts';
import styles from './toolbar.module.css';
import { useViewedOptimiser } from './use-viewed.ts';
import { imagesOf } from './viewed.ts';
import { MenuChoice, MenuGroup, MenuLine, MenuTrigger, ViewerMenu } from './viewer-menu.tsx';
import { type Look, lookOf, type Other, useViewer } from './viewer-state.ts';

const choose = (other: Other) => () => useViewer.setState({ other, showsOther: false });

export function CompareBar() {
  const words = useWords();
  const other = useViewer(state => state.other);
  const look = useViewer(useShallow(lookOf));
  const change = (changes: Partial<Look>) => useViewer.setState(changes);
  if (!other) return null;
  return (
    <div className={styles.compare}>
      <CompareModes look={look} change={change} />
      <OtherMenu other={other} />
      <ShowOther look={look} change={change} />
      <IconButton
        icon={X}
        label={words('viewer.compare-end')}
        onClick={() => useViewer.setState({ other: undefined, showsOther: false })}
      />
    </div>
  );
}

const none: readonly CheckpointFacts[] = [];

function OtherMenu({ other }: { readonly other: Other }) {
  const words = useWords();
  const optimiser = useViewedOptimiser();
  const pins = useViewer(state => state.pins);
  const images = useEditor(useShallow(({ history }) => imagesOf(history.document)));
  const checkpoints = usePainting(state => (optimiser && state.checkpoints[optimiser]) || none);
  const nameOf = (each: Other) => nameOfOther(words, each, { document: openDocument(), pins });
  const choices = (others: readonly Other[]) =>
    others.map(each => (
      <MenuChoice key={keyOf(each)} isChosen={isSameOther(other, each)} onChoose={choose(each)}>
        {nameOf(each)}
      </MenuChoice>
    ));
  const name = nameOf(other);
  return (
    <ViewerMenu
      items={
        <>
          {choices([{ type: 'start' }, ...images.map((node): Other => ({ type: 'node', node }))])}
          {pins.length > 0 && (
            <MenuGroup title={words('viewer.group.pins')}>
              {choices(pins.map(({ id }): Other => ({ type: 'pin', id })))}
              <MenuChoice onChoose={unpinAll}>{words('viewer.unpin-all')}</MenuChoice>
            </MenuGroup>
          )}
          {checkpoints.length > 0 && optimiser !== undefined && (
            <>
              <MenuLine />
              <MenuGroup title={words('viewer.group.checkpoints')}>
                {choices(
                  checkpoints.map(
                    ({ id, iteration }): Other => ({ type: 'checkpoint', optimiser, id, iteration }),
                  ),
                )}
              </MenuGroup>
            </>
          )}
        </>
      }
    >
      <MenuTrigger className={styles.name} aria-label={`${words('viewer.compare-with')}: ${name}`}>
        <span>{name}</span>
        <ChevronDown size={14} strokeWidth={1.75} aria-hidden />
      </MenuTrigger>
    </ViewerMenu>
  );
}

const unpinAll = () =>
  useViewer.setState(({ other }) => ({ pins: [], other: other?.type === 'pin' ? { type: 'start' } : other }));
