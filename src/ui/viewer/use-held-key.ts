import { useEffect, useState } from 'react';

/** Whether a letter's key is held down, wherever on the page, but for where something is being written. */
export function useHeldKey(letter: string): boolean {
  const [isHeld, setHeld] = useState(false);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== letter || event.ctrlKey || event.metaKey || event.altKey) return;
      if (!isWriting(event.target)) setHeld(true);
    };
    const release = (event: KeyboardEvent) => event.key.toLowerCase() === letter && setHeld(false);
    const leave = () => setHeld(false);
    window.addEventListener('keydown', press);
    window.addEventListener('keyup', release);
    window.addEventListener('blur', leave);
    return () => {
      window.removeEventListener('keydown', press);
      window.removeEventListener('keyup', release);
      window.removeEventListener('blur', leave);
    };
  }, [letter]);
  return isHeld;
}

const isWriting = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
