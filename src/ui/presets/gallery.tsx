/** The gallery: presets that ship and the person's own, to be searched, and each a click away from a new document. */
import { BookmarkPlus, FileDown, FileUp } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { presetTags } from '../../../presets/catalogue.ts';
import { Dialog } from '../commands/dialog.tsx';
import buttons from '../controls/buttons.module.css';
import { SearchField } from '../controls/search-field.tsx';
import { neighbour } from '../documents/neighbour.ts';
import { useWords } from '../language/words.ts';
import { builtInPresets } from './built-in.ts';
import { exportPresets, importPresets } from './collection.ts';
import { findPresets, isBuiltInTag, ownTag, type Shown, type Tag, tagsOf } from './find-presets.ts';
import { readOwnPresets, useOwnPresets } from './own-presets.ts';
import { PresetCard } from './preset-card.tsx';
import styles from './presets.module.css';
import { closePresets, openSavePreset } from './presets-dialogs.ts';

const icon = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const;

export function Gallery() {
  const words = useWords();
  const own = useOwnPresets(state => state.presets) ?? [];
  const [search, setSearch] = useState('');
  const [tag, setTag] = useState<Tag>();
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => void readOwnPresets(), []);
  const all = [
    ...own.map((preset): Shown => ({ type: 'own', preset })),
    ...builtInPresets.map((preset): Shown => ({ type: 'built-in', preset })),
  ];
  const tags = tagsOf(all);
  const asked = tag !== undefined && tags.includes(tag) ? tag : undefined;
  const found = findPresets(all, { search, tag: asked });
  const nameOf = (one: Tag) =>
    one === ownTag ? words('presets.own') : isBuiltInTag(one) ? words(presetTags[one]) : one;
  const walk = (event: KeyboardEvent) => {
    const cards = [...(list.current?.querySelectorAll<HTMLElement>('[data-card]') ?? [])];
    const next = neighbour(event.key, event.target as HTMLElement, cards);
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  return (
    <Dialog title={words('presets.title')} about={words('presets.about')} onClose={closePresets} size="wide">
      <div className={styles.bar}>
        <SearchField
          label={words('presets.search')}
          value={search}
          onChange={setSearch}
          first={() => list.current?.querySelector<HTMLElement>('[data-card]')}
          hasFocusFirst
          className={styles.search}
        />
        <button type="button" className={buttons.button} onClick={openSavePreset}>
          <BookmarkPlus {...icon} />
          {words('presets.save-this')}
        </button>
        <button type="button" className={buttons.button} onClick={() => void importPresets()}>
          <FileUp {...icon} />
          {words('presets.import')}
        </button>
        {own.length > 0 && (
          <button
            type="button"
            className={buttons.button}
            onClick={() => void exportPresets(own, words('presets.own'))}
          >
            <FileDown {...icon} />
            {words('presets.export')}
          </button>
        )}
      </div>
      <fieldset className={styles.tags} aria-label={words('presets.tags')}>
        {tags.map(one => (
          <button
            key={one}
            type="button"
            className={styles.tag}
            aria-pressed={one === asked}
            onClick={() => setTag(one === asked ? undefined : one)}
          >
            {nameOf(one)}
          </button>
        ))}
      </fieldset>
      <ul ref={list} className={styles.cards} aria-label={words('presets.list')} onKeyDown={walk}>
        {found.map(one => (
          <PresetCard key={one.type === 'own' ? one.preset.id : one.preset.name} shown={one} />
        ))}
      </ul>
      <p className={styles.none} role="status">
        {found.length === 0 && words('presets.none-found')}
      </p>
    </Dialog>
  );
}
