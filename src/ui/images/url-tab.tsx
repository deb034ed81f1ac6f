import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { Message } from '../../language/message.ts';
import buttons from '../controls/buttons.module.css';
import fields from '../controls/fields.module.css';
import { useWords } from '../language/words.ts';
import { fetchImage } from './fetch-image.ts';
import styles from './images.module.css';
import { Refusal } from './refusal.tsx';
import type { TabProps } from './tab-props.ts';

/** A picture from the web, by its address. */
export function UrlTab({ onChosen }: TabProps) {
  const words = useWords();
  const [address, setAddress] = useState('');
  const [isFetching, setFetching] = useState(false);
  const [reason, setReason] = useState<Message>();
  const ending = useRef(new AbortController());
  useEffect(() => {
    const controller = new AbortController();
    ending.current = controller;
    return () => controller.abort();
  }, []);
  const get = async (event: FormEvent) => {
    event.preventDefault();
    const { signal } = ending.current;
    setReason(undefined);
    setFetching(true);
    const fetched = await fetchImage(address, signal);
    if (signal.aborted) return;
    setFetching(false);
    if (fetched.ok) onChosen(fetched.value);
    else setReason(fetched.reason);
  };
  return (
    <form className={styles.pane} onSubmit={get}>
      <label className={fields.field}>
        <span>{words('images.url')}</span>
        <input
          type="text"
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          placeholder="https://"
          value={address}
          onChange={event => setAddress(event.target.value)}
        />
      </label>
      <p className={styles.soft}>{words('images.url-note')}</p>
      <button type="submit" className={buttons.primary} disabled={isFetching || address.trim() === ''}>
        {words(isFetching ? 'images.fetching' : 'images.fetch')}
      </button>
      <Refusal reason={reason} />
    </form>
  );
}
