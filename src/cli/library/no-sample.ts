import { closest } from '../../graph/closest.ts';
import { type Message, message } from '../../language/message.ts';

/** There is no built-in picture `name`; the `names` are those that there are. */
export function noSample(name: string, names: readonly string[]): Message {
  const meant = closest(name, names);
  return message('image.no-sample', {
    name,
    hint: meant === undefined ? '' : message('did-you-mean', { name: meant }),
    names: names.map(known => `\`${known}\``),
  });
}
