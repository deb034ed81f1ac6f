/** Links that a visit begins with, and those that are put into the address while the page is open. */
import { useEffect } from 'react';
import type { Message } from '../../language/message.ts';
import { startDocuments } from '../documents/open-documents.ts';
import { refuse } from '../state/notices.ts';
import { openLink, takeLink } from './open-link.ts';

/** Why the link that the visit began with was not opened: to be said when there is something to say it. */
let refused: Message | undefined;

/** Opens what the address has, else what a visit begins with otherwise. */
export async function startWithLink(): Promise<void> {
  const link = takeLink();
  if (link && !link.ok) refused = link.reason;
  await startDocuments(link?.ok ? () => openLink(link.value) : undefined);
}

export function useLinks(): void {
  useEffect(() => {
    if (refused) refuse(refused);
    refused = undefined;
    const follow = () => {
      const link = takeLink();
      if (link?.ok) void openLink(link.value);
      else if (link) refuse(link.reason);
    };
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
}
