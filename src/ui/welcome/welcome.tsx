/** A small card on a first visit: three things to try, each ticked when it was done. Put away, it does not return. */
import { Check, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { GraphDocument } from '../../graph/document.ts';
import type { Text } from '../../language/text.ts';
import { goToThing } from '../canvas/go-to-thing.ts';
import { IconButton } from '../controls/icon-button.tsx';
import { useWords } from '../language/words.ts';
import { showTab } from '../layout/shown-tab.ts';
import { openGallery } from '../presets/presets-dialogs.ts';
import { openDocument, useEditor } from '../state/editor.ts';
import { changeSettings, useSettings } from '../state/settings.ts';
import { placeOfTrial, type Trial, trials, trialsDone } from './trials.ts';
import styles from './welcome.module.css';

const invitations: Readonly<Record<Trial, { readonly what: Text; readonly how: Text }>> = {
  style: {
    what: { en: 'Swap the style', zh: '换一种风格' },
    how: { en: 'Select the Style picture and choose another.', zh: '选中“风格”图片，换成另一张。' },
  },
  weight: {
    what: { en: 'Drag the style’s weight', zh: '拖动风格的权重' },
    how: {
      en: 'On the Style loss. The picture answers while it paints.',
      zh: '在“风格损失”上。画面边画边响应。',
    },
  },
  layer: {
    what: { en: 'Switch a layer off', zh: '关掉一层' },
    how: {
      en: 'On the taps of the style: deep layers are the large strokes.',
      zh: '在风格的抽头上：深层对应大笔触。',
    },
  },
};

export function Welcome() {
  const isWelcomed = useSettings(state => state.welcomed);
  return isWelcomed ? null : <Invitation />;
}

function Invitation() {
  const words = useWords();
  const tried = useSettings(state => state.tried);
  useWatchedTrials();
  const next = trials.find(trial => !tried.includes(trial));
  const isDone = next === undefined;
  return (
    <aside className={styles.card} aria-label={words('welcome.title')}>
      <header className={styles.header}>
        <h2 className={styles.title}>{words(isDone ? 'welcome.done-title' : 'welcome.title')}</h2>
        <button type="button" className={styles.presets} onClick={openGallery}>
          {words('welcome.presets')}
        </button>
        <IconButton icon={X} label={words('welcome.dismiss')} onClick={dismiss} />
      </header>
      <ol className={styles.list}>
        {trials.map(trial => {
          const isTried = tried.includes(trial);
          return (
            <li key={trial} className={styles.trial} data-tried={isTried}>
              <span className={styles.tick}>
                {isTried && (
                  <Check size={12} strokeWidth={2.5} role="img" aria-label={words('welcome.tried')} />
                )}
              </span>
              <span>
                <button type="button" className={styles.what} onClick={() => show(trial)}>
                  {words(invitations[trial].what)}
                </button>
                {trial === next && <span className={styles.how}>{words(invitations[trial].how)}</span>}
              </span>
            </li>
          );
        })}
      </ol>
      {isDone && <p className={styles.next}>{words('welcome.next')}</p>}
    </aside>
  );
}

/** Where it is done: at a node on the canvas, whose parameters are then seen beside it. */
function show(trial: Trial): void {
  const id = placeOfTrial(openDocument(), trial);
  if (id === undefined) return;
  goToThing({ type: 'node', id });
  showTab('inspector');
}

const dismiss = () => changeSettings({ welcomed: true });

/** Compares the document as it changes with what it was when the invitation was shown, or another was opened. */
function useWatchedTrials(): void {
  const before = useRef<{ readonly id: string; readonly document: GraphDocument }>(undefined);
  useEffect(() => {
    before.current = { id: useEditor.getState().id, document: openDocument() };
    return useEditor.subscribe(({ id, history }, last) => {
      if (history === last.history) return;
      if (before.current?.id !== id) before.current = { id, document: history.document };
      const { tried } = useSettings.getState();
      const now = trialsDone(before.current.document, history.document);
      const more = now.filter(trial => !tried.includes(trial));
      if (more.length > 0) changeSettings({ tried: [...tried, ...more] });
    });
  }, []);
}
