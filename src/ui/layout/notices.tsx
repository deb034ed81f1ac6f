import type { CSSProperties } from 'react';
import { Toaster } from 'sonner';
import { useSettings } from '../state/settings.ts';
import { useShownTheme } from '../theme/use-theme.ts';

/** As everything else on the page looks. */
const look = {
  '--normal-bg': 'var(--raised)',
  '--normal-border': 'var(--line)',
  '--normal-text': 'var(--ink)',
  fontFamily: 'var(--font)',
} as CSSProperties;

/** In pixels: over the status bar; and while things to try are offered, over those. */
const above = { status: 40, invitation: 204 };

/** Where the sentences of `state/notices.ts` come and go. */
export function Notices() {
  const isWelcomed = useSettings(state => state.welcomed);
  const bottom = isWelcomed ? above.status : above.invitation;
  return (
    <Toaster
      theme={useShownTheme()}
      position="bottom-left"
      offset={{ bottom, left: 16 }}
      style={look}
      closeButton
    />
  );
}
