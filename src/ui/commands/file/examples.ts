/** The graphs that ship, each opened as a new document. A graph that is put into `presets` is found here by itself. */
import type { Text } from '../../../language/text.ts';
import { openGraphText } from '../../documents/files.ts';
import type { Command } from '../command.ts';

const files = import.meta.glob<string>('../../../../presets/*.gramarye.json', {
  query: '?raw',
  import: 'default',
});

/** What an example is called before it is opened; without this, after its file. */
const titles: Readonly<Record<string, Text>> = {
  gatys: { en: 'Content and style: Gatys 2015', zh: '内容与风格：Gatys 2015' },
  pyramid: { en: 'From small to large: a pyramid', zh: '由小到大：金字塔' },
  texture: { en: 'Style alone: a texture', zh: '只取风格：纹理' },
};

export const exampleCommands: readonly Command[] = Object.entries(files).map(([path, load]) => {
  const name = path.replace(/^.*\/|\.gramarye\.json$/g, '');
  return {
    id: `file.example-${name}`,
    label: titles[name] ?? { en: name, zh: name },
    place: { menu: 'file', group: 'document', submenu: 'examples' },
    keywords: { en: 'preset template example', zh: '预设 模板 示例' },
    undo: 'none',
    run: async () => void (await openGraphText(await load(), `${name}.json`)),
  };
});
