/** The link, how long it is, and what it is to bring along and to show. */
import { TriangleAlert } from 'lucide-react';
import { useMemo, useState } from 'react';
import { linkAdvice, longestShownMessage, type Shown } from '../../graph/share/link.ts';
import { formatBytes } from '../../language/format.ts';
import { message } from '../../language/message.ts';
import fields from '../controls/fields.module.css';
import { ownPictures } from '../images/references.ts';
import { useWords } from '../language/words.ts';
import { useEditor } from '../state/editor.ts';
import { linkTo } from './address.ts';
import { CopyField } from './copy-field.tsx';
import { HiddenControls } from './hidden-controls.tsx';
import styles from './share.module.css';
import { inLink } from './small-pictures.ts';
import { SwitchRow } from './switch-row.tsx';
import { useSmallPictures } from './use-small-pictures.ts';

export function LinkTab() {
  const words = useWords();
  const document = useEditor(({ history }) => history.document);
  const [shown, setShown] = useState<Shown>(useEditor.getState().shown ?? {});
  const [brings, setBrings] = useState(false);
  const pictures = useSmallPictures(inLink);
  const count = ownPictures(document).length;
  const included = brings ? pictures?.images : undefined;
  const link = useMemo(
    () => linkTo({ document, ...withContent(shown), ...(included && { included }) }),
    [document, shown, included],
  );
  const advice = linkAdvice(link.length);
  const change = (changes: Partial<Shown>) => setShown(before => ({ ...before, ...changes }));
  const size = pictures && formatBytes(pictures.bytes);
  return (
    <>
      <CopyField label={words('sharing.link')} text={link} />
      <p className={styles.advice} data-warns={advice !== undefined} role="status">
        {advice && <TriangleAlert size={14} strokeWidth={1.75} aria-hidden />}
        {words(advice ?? message('sharing.link-length', { length: link.length }))}
      </p>
      {count > 0 && (
        <SwitchRow
          label={
            size === undefined
              ? words('sharing.bring-pictures-wait', { count })
              : words('sharing.bring-pictures', { count, size })
          }
          hint={words('sharing.pictures-stay', { count })}
          isOn={brings}
          set={setBrings}
        />
      )}
      <h3 className={styles.heading}>{words('sharing.for-class')}</h3>
      <SwitchRow
        label={words('sharing.lock')}
        hint={words('sharing.lock-hint')}
        isOn={shown.locked ?? false}
        set={locked => change({ locked })}
      />
      <label className={fields.field}>
        <span>{words('sharing.message')}</span>
        <textarea
          rows={2}
          maxLength={longestShownMessage}
          placeholder={words('sharing.message-placeholder')}
          value={shown.message ?? ''}
          onChange={event => change({ message: event.target.value })}
        />
      </label>
      <HiddenControls hidden={shown.hidden ?? []} set={hidden => change({ hidden })} />
    </>
  );
}

/** A link says nothing of what is as always. */
function withContent({ locked, hidden = [], message: said = '' }: Shown): { readonly shown?: Shown } {
  const shown: Shown = {
    ...(locked && { locked }),
    ...(hidden.length > 0 && { hidden }),
    ...(said.trim() !== '' && { message: said.trim() }),
  };
  return Object.keys(shown).length > 0 ? { shown } : {};
}
