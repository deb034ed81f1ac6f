import '@fontsource-variable/inter';
import '@fontsource-variable/fraunces';
import './theme/page.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { defaultDocument } from './state/default-document.ts';
import { open } from './state/editor.ts';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no place for the editor.');

open('default', defaultDocument());
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);

// The canvas is shown before anything that paints has been loaded.
requestAnimationFrame(() =>
  setTimeout(() => import('./painting/connection.ts').then(({ connect }) => connect())),
);
