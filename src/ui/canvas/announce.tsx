/** What a screen reader is told of the canvas as it happens. */
import { create } from 'zustand';
import type { Message } from '../../language/message.ts';
import { useWords } from '../language/words.ts';

const useAnnouncement = create<{ readonly said: Message | undefined; readonly count: number }>()(() => ({
  said: undefined,
  count: 0,
}));

export function announce(said: Message): void {
  useAnnouncement.setState(({ count }) => ({ said, count: count + 1 }));
}

export function Announcer() {
  const words = useWords();
  const { said, count } = useAnnouncement();
  return (
    <div className="unseen" role="status" aria-live="polite">
      {/* The same sentence twice is news twice. */}
      <span key={count}>{said && words(said)}</span>
    </div>
  );
}
