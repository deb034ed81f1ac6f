/** What the open graph can be made into for others to read or run, each as a file. */
import { version } from '../../../../package.json';
import { mermaidOf } from '../../../graph/share/mermaid.ts';
import { message } from '../../../language/message.ts';
import { failure, type Result, success } from '../../../language/result.ts';
import { nodeKinds } from '../../../nodes/registry.ts';
import { askForPlace, type FileKind, writeFile } from '../../documents/save-file.ts';
import { safeName } from '../../images/picture-reference.ts';
import { connected } from '../../painting/connected.ts';
import { openDocument } from '../../state/editor.ts';
import { note, refuse } from '../../state/notices.ts';
import { useSettings } from '../../state/settings.ts';

export type ExportForm = 'mermaid' | 'svg' | 'png' | 'typescript';

const kinds: Readonly<Record<ExportForm, FileKind>> = {
  mermaid: { type: 'text/plain', endings: ['.mmd'] },
  svg: { type: 'image/svg+xml', endings: ['.svg'] },
  png: { type: 'image/png', endings: ['.png'] },
  typescript: { type: 'application/zip', endings: ['.zip'] },
};

const makers: Readonly<Record<ExportForm, () => Promise<Result<Blob>>>> = {
  mermaid: async () => success(new Blob([mermaidText()], { type: kinds.mermaid.type })),
  svg: async () => {
    const drawing = (await import('./draw-canvas.ts')).drawCanvas();
    if (!drawing) return failure(message('sharing.empty-canvas'));
    return success(new Blob([drawing.svg], { type: kinds.svg.type }));
  },
  png: async () => {
    const drawing = (await import('./draw-canvas.ts')).drawCanvas();
    if (!drawing) return failure(message('sharing.empty-canvas'));
    return (await import('./paint-drawing.ts')).paintDrawing(drawing);
  },
  typescript: programArchive,
};

/** Asks where the file is to lie, makes it, and says where it is; or why there is none. */
export async function exportAs(form: ExportForm): Promise<void> {
  const [ending = ''] = kinds[form].endings;
  const place = await askForPlace(`${fileStem()}${ending}`, kinds[form]);
  if (place.type === 'nowhere') return;
  const made = await makers[form]();
  const written = made.ok ? await writeFile(place, made.value) : made;
  if (written.ok) note(message('documents.saved', { file: written.value }));
  else refuse(written.reason);
}

/** The diagram as text, for where Markdown is written. */
export async function copyMermaid(): Promise<void> {
  try {
    await navigator.clipboard.writeText(`\`\`\`mermaid\n${mermaidText()}\`\`\`\n`);
    note(message('sharing.copied-diagram'));
  } catch {
    refuse(message('sharing.not-copied'));
  }
}

const mermaidText = (): string => mermaidOf(openDocument(), nodeKinds, useSettings.getState().language);

const fileStem = (): string => safeName(openDocument().title.replaceAll(/[/\\.]/g, ' ') || 'graph').trim();

/** The program and its data, in one file as a browser saves one. */
async function programArchive(): Promise<Result<Blob>> {
  const client = await connected();
  if (!client) return failure(message('host.not-open'));
  const files = await client.program(openDocument(), { name: fileStem(), gramarye: version });
  if (!files.ok) return failure(message('sharing.no-program', { why: files.reason }));
  const { strToU8, zipSync } = await import('fflate');
  const entries = [...files.value].map(
    ([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content] as const,
  );
  return success(new Blob([zipSync(Object.fromEntries(entries))], { type: kinds.typescript.type }));
}
