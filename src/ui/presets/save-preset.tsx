/** A graph, or what is selected in it, is named and kept as a preset; or the words of one that is kept are changed. */
import { type FormEvent, useState } from 'react';
import type { PresetWords } from '../../graph/share/preset.ts';
import { message } from '../../language/message.ts';
import { selectedThings } from '../canvas/selected-things.ts';
import { Dialog } from '../commands/dialog.tsx';
import buttons from '../controls/buttons.module.css';
import fields from '../controls/fields.module.css';
import { useWords } from '../language/words.ts';
import { openDocument } from '../state/editor.ts';
import { note, refuse } from '../state/notices.ts';
import { presetOfOpen, presetOfSelected } from './make-preset.ts';
import { addOwnPresets, type OwnPreset, putOwnPreset } from './own-presets.ts';
import styles from './presets.module.css';
import { closePresets, openGallery } from './presets-dialogs.ts';

/** @param preset Whose words are changed; without it, a new one is made. */
export function SavePreset({ preset }: { readonly preset?: OwnPreset }) {
  const words = useWords();
  const [count] = useState(() => selectedThings().length);
  const [of, setOf] = useState<'graph' | 'part'>(preset?.of ?? (count > 0 ? 'part' : 'graph'));
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const said = wordsIn(new FormData(event.currentTarget));
    if (preset) {
      await putOwnPreset({ ...preset, ...said });
      openGallery();
      return;
    }
    const made = of === 'part' ? presetOfSelected(said) : await presetOfOpen(said);
    if (!made.ok) return refuse(made.reason);
    await addOwnPresets([made.value]);
    closePresets();
    note(message('presets.saved', { title: said.title }), {
      label: message('presets.show'),
      run: openGallery,
    });
  };
  return (
    <Dialog
      title={words(preset ? 'presets.edit-title' : 'presets.save-title')}
      about={words(of === 'part' ? 'presets.about-part' : 'presets.about-graph')}
      onClose={preset ? openGallery : closePresets}
    >
      <form className={styles.form} onSubmit={save}>
        {!preset && count > 0 && (
          <fieldset className={styles.choice} aria-label={words('presets.what')}>
            {(['part', 'graph'] as const).map(choice => (
              <label key={choice}>
                <input type="radio" name="of" checked={of === choice} onChange={() => setOf(choice)} />
                {choice === 'part' ? words('presets.of-part', { count }) : words('presets.of-graph')}
              </label>
            ))}
          </fieldset>
        )}
        <label className={fields.field}>
          {words('presets.name')}
          <input
            name="title"
            data-first
            required
            maxLength={200}
            defaultValue={preset?.title ?? (of === 'graph' ? openDocument().title : '')}
          />
        </label>
        <label className={fields.field}>
          {words('presets.summary')}
          <textarea name="summary" rows={3} maxLength={2000} defaultValue={preset?.summary} />
        </label>
        <label className={fields.field}>
          {words('presets.tags')}
          <input
            name="tags"
            maxLength={500}
            placeholder={words('presets.tags-hint')}
            defaultValue={preset?.tags.join(', ')}
          />
        </label>
        <div className={styles.actions}>
          <button type="submit" className={buttons.primary}>
            {words('presets.save')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function wordsIn(form: FormData): PresetWords {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const tags = text('tags')
    .split(/[,，、;；]/)
    .map(tag => tag.trim().slice(0, 50))
    .filter(Boolean);
  return { title: text('title') || '—', summary: text('summary'), tags: [...new Set(tags)].slice(0, 50) };
}
