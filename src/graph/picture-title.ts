import { catalogue, type MessageValue, message } from '../language/message.ts';

/** What a reference to a picture is called in a sentence: a sample by its title, a file by its name. */
export function titleOfPicture(reference: string): MessageValue {
  const [, scheme, name = reference] = /^(sample|file):(.+)$/s.exec(reference) ?? [];
  if (scheme !== 'sample') return name;
  const id = `images.sample.${name}`;
  return isKnown(id) ? message(id) : reference;
}

type SampleId = keyof typeof catalogue & `images.sample.${string}`;

const isKnown = (id: string): id is SampleId => Object.hasOwn(catalogue, id);
