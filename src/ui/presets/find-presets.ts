/** What the gallery shows, as data: presets that ship and a person's own, alike, and which of them are asked for. */
import { type PresetTag, type PresetWords, presetTags } from '../../../presets/catalogue.ts';
import type { Language } from '../../language/text.ts';
import type { OwnPreset } from './own-presets.ts';

export type Shown =
  | { readonly type: 'built-in'; readonly preset: PresetWords }
  | { readonly type: 'own'; readonly preset: OwnPreset };

/** `own`, one of {@link presetTags}, or a tag that the person gave. */
export type Tag = string;

export const ownTag = 'own';

/** Every tag that a preset bears, those that ship first. */
export function tagsOf(shown: readonly Shown[]): readonly Tag[] {
  const own = shown.flatMap(({ type, preset }) => (type === 'own' ? preset.tags : []));
  const isOwn = shown.some(({ type }) => type === 'own');
  return [...new Set([...(isOwn ? [ownTag] : []), ...Object.keys(presetTags), ...own])];
}

export const isBuiltInTag = (tag: Tag): tag is PresetTag => Object.hasOwn(presetTags, tag);

/** Those that bear `tag`, if one is asked for, and have every word of `search` in what is said of them. */
export function findPresets(
  shown: readonly Shown[],
  { search, tag }: { readonly search: string; readonly tag: Tag | undefined },
): readonly Shown[] {
  const wanted = search.trim().toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return shown.filter(one => {
    if (tag !== undefined && !bears(one, tag)) return false;
    const said = saidOf(one);
    return wanted.every(word => said.includes(word));
  });
}

function bears({ type, preset }: Shown, tag: Tag): boolean {
  if (tag === ownTag) return type === 'own';
  const tags: readonly string[] = preset.tags;
  return tags.includes(tag);
}

/** People search in their own language or in the papers'. */
function saidOf(one: Shown): string {
  const texts =
    one.type === 'own'
      ? [one.preset.title, one.preset.summary, ...one.preset.tags]
      : [one.preset.title, one.preset.summary, ...one.preset.tags.map(tag => presetTags[tag])].flatMap(
          ({ en, zh }) => [en, zh],
        );
  return texts.join('\n').toLocaleLowerCase();
}

/** What is said of it, in `language`; a person's own words are in theirs. */
export const wordsOf = (
  { type, preset }: Shown,
  language: Language,
): { readonly title: string; readonly summary: string } =>
  type === 'own' ? preset : { title: preset.title[language], summary: preset.summary[language] };
