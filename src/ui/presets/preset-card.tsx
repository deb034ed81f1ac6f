import { Ellipsis } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import menu from '../commands/menu.module.css';
import { IconButton } from '../controls/icon-button.tsx';
import { useWords } from '../language/words.ts';
import { openBuiltIn, thumbnailOf } from './built-in.ts';
import { exportPresets } from './collection.ts';
import { type Shown, wordsOf } from './find-presets.ts';
import { GraphSketch } from './graph-sketch.tsx';
import { deleteOwnPreset, type OwnPreset } from './own-presets.ts';
import styles from './presets.module.css';
import { closePresets, editPreset } from './presets-dialogs.ts';
import { takePreset } from './use-preset.ts';

/** A preset in the gallery: its picture, what it is, and a click that opens it. */
export function PresetCard({ shown }: { readonly shown: Shown }) {
  const words = useWords();
  const { title, summary } = wordsOf(shown, words.language);
  const isPart = shown.type === 'own' && shown.preset.of === 'part';
  const take = async () => {
    closePresets();
    await (shown.type === 'own' ? takePreset(shown.preset) : openBuiltIn(shown.preset));
  };
  return (
    <li className={styles.card}>
      <button type="button" data-card className={styles.take} onClick={() => void take()}>
        <span className={styles.picture}>
          <Picture shown={shown} />
        </span>
        <span className={styles.words}>
          <strong>{title}</strong>
          {isPart && <em>{words('presets.part')}</em>}
          <small>{summary}</small>
        </span>
      </button>
      {shown.type === 'own' && <More preset={shown.preset} />}
    </li>
  );
}

function Picture({ shown }: { readonly shown: Shown }) {
  const url = shown.type === 'own' ? shown.preset.thumbnail : thumbnailOf(shown.preset.name);
  if (url !== undefined) return <img src={url} alt="" loading="lazy" />;
  return shown.type === 'own' ? <GraphSketch graph={shown.preset.graph} /> : null;
}

function More({ preset }: { readonly preset: OwnPreset }) {
  const words = useWords();
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>
        <IconButton
          icon={Ellipsis}
          label={words('presets.more', { title: preset.title })}
          className={styles.more ?? ''}
        />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className={menu.menu} align="end">
          <DropdownMenu.Item className={menu.item} onSelect={() => editPreset(preset)}>
            {words('presets.edit')}
          </DropdownMenu.Item>
          <DropdownMenu.Item
            className={menu.item}
            onSelect={() => void exportPresets([preset], preset.title)}
          >
            {words('presets.export-one')}
          </DropdownMenu.Item>
          <DropdownMenu.Item className={menu.item} onSelect={() => void deleteOwnPreset(preset)}>
            {words('presets.delete')}
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
