import './hosting/no-eval.ts';
import '@fontsource-variable/inter';
import '@fontsource-variable/fraunces';
import './theme/page.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { attendHosting } from './hosting/attend.ts';
import { startWithLink } from './share/use-links.ts';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no place for the editor.');

attendHosting();

// On a first visit nothing is waited for; later, a moment for what was open the last time.
await startWithLink();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
