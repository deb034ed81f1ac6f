import '@fontsource-variable/inter';
import '@fontsource-variable/fraunces';
import './theme/page.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { startDocuments } from './documents/open-documents.ts';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no place for the editor.');

// On a first visit nothing is waited for; later, a moment for what was open the last time.
await startDocuments();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
