/** While two pictures are compared: how, and with what. */
import { ChevronDown, Columns2, Contrast, Eye, SquareSplitHorizontal, X } from 'lucide-react';
import { useShallow } from 'zustand/react/shallow';
import type { CheckpointFacts } from '../../runtime/session/events.ts';
import { IconButton } from '../controls/icon-button.tsx';
import { useWords } from '../language/words.ts';
import { openDocument, useEditor } from '../state/editor.ts';
import { usePainting } from '../state/painting.ts';
import { isSameOther, keyOf, nameOfOther } from './compared.ts';
import { otherKey } from './other-key.ts';
import styles from './toolbar.module.css';
import { useViewedOptimiser } from './use-viewed.ts';
import { imagesOf } from './viewed.ts';
import { MenuChoice, MenuGroup, MenuLine, MenuTrigger, ViewerMenu } from './viewer-menu.tsx';
import { type CompareMode, type Other, useViewer } from './viewer-state.ts';

const modes = [
  { mode: 'swipe', icon: SquareSplitHorizontal },
  { mode: 'flicker', icon: Contrast },
  { mode: 'side', icon: Columns2 },
] as const;

const choose = (other: Other) => () => useViewer.setState({ other, showsOther: false });

export function CompareBar() {
  const words = useWords();
  const other = useViewer(state => state.other);
  const mode = useViewer(state => state.mode);
  const showsOther = useViewer(state => state.showsOther);
  if (!other) return null;
  return (
    <div className={styles.compare}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is laid out like no other element */}
      <div className={styles.modes} role="group" aria-label={words('viewer.compare-mode')}>
        {modes.map(({ mode: each, icon }) => (
          <IconButton
            key={each}
            icon={icon}
            label={words(`viewer.mode.${each}`)}
            aria-pressed={mode === each}
            onClick={() => useViewer.setState({ mode: each satisfies CompareMode, showsOther: false })}
          />
        ))}
      </div>
      <OtherMenu other={other} />
      {mode === 'flicker' && (
        <IconButton
          icon={Eye}
          label={words('viewer.show-other')}
          hint={words('viewer.hold-other')}
          keys={otherKey.toUpperCase()}
          aria-pressed={showsOther}
          onClick={() => useViewer.setState({ showsOther: !showsOther })}
        />
      )}
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
