/** The graph for a page of somebody's own. */
import { ExternalLink } from 'lucide-react';
import { useMemo } from 'react';
import buttons from '../controls/buttons.module.css';
import { useWords } from '../language/words.ts';
import { useEditor } from '../state/editor.ts';
import { embedCode, embeddedLinkTo } from './address.ts';
import { CopyField } from './copy-field.tsx';
import styles from './share.module.css';

export function EmbedTab() {
  const words = useWords();
  const document = useEditor(({ history }) => history.document);
  const address = useMemo(() => embeddedLinkTo({ document }), [document]);
  const title = document.title || words('editor.untitled');
  return (
    <>
      <CopyField label={words('sharing.embed')} text={embedCode(address, title)} />
      <p className={styles.soft}>{words('sharing.embed-about')}</p>
      <a className={`${buttons.button} ${styles.alone}`} href={address} target="_blank" rel="noreferrer">
        <ExternalLink size={14} strokeWidth={1.75} aria-hidden />
        {words('sharing.embed-try')}
      </a>
    </>
  );
}
