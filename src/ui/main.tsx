import './hosting/no-eval.ts';
import '@fontsource-variable/inter';
import '@fontsource-variable/fraunces';
import './theme/page.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { isEmbedded } from './embed/is-embedded.ts';
import { attendHosting } from './hosting/attend.ts';
import { startWithLink } from './share/use-links.ts';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no place for the editor.');

attendHosting();

const page = isEmbedded() ? await embedded() : await editor();
createRoot(root).render(<StrictMode>{page}</StrictMode>);

/** On a first visit nothing is waited for; later, a moment for what was open the last time. */
async function editor() {
  await startWithLink();
  return <App />;
}

async function embedded() {
  const [{ startEmbedded }, { Embedded }] = await Promise.all([
    import('./embed/start-embedded.ts'),
    import('./embed/embedded.tsx'),
  ]);
  const started = await startEmbedded();
  return <Embedded refused={started.ok ? undefined : started.reason} />;
}
