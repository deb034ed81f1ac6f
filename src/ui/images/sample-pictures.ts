/** The built-in pictures, as a person chooses among them. */
import type { MessageId } from '../../language/message.ts';
import { sampleUrls } from '../worker/shipped.ts';

export interface SamplePicture {
  readonly reference: string;
  readonly title: MessageId;
  readonly url: string;
}

const named = (titles: readonly (MessageId & `images.sample.${string}`)[]): readonly SamplePicture[] =>
  titles.map(title => {
    const name = title.slice('images.sample.'.length);
    return { reference: `sample:${name}`, title, url: sampleUrls.get(name) ?? '' };
  });

export const contentSamples = named([
  'images.sample.mountain-lake',
  'images.sample.old-town',
  'images.sample.marble-bust',
]);

export const styleSamples = named([
  'images.sample.night-sky',
  'images.sample.woodblock-wave',
  'images.sample.pointillism',
  'images.sample.cubist',
  'images.sample.stained-glass',
  'images.sample.ink-wash',
]);
