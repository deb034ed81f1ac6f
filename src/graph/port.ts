import type { Text } from '../language/text.ts';
import type { PortType } from './port-type.ts';

/** An input or output of a node kind. */
export interface Port<T extends PortType = PortType, Arity extends 'one' | 'optional' | 'many' = 'one'> {
  readonly type: T;
  /** `many` takes any number of wires, each in a slot with a name of its own. */
  readonly arity: Arity;
  readonly title: Text;
}

const one =
  <T extends PortType>(type: T) =>
  (title: Text): Port<T> => ({ type, arity: 'one', title });

/** `port.features({ en: 'Features', zh: '特征' })` declares a port that takes or gives exactly one wire. */
export const port = {
  image: one('image'),
  mask: one('mask'),
  picture: one('picture'),
  result: one('result'),
  encoder: one('encoder'),
  features: one('features'),
  statistics: one('statistics'),
  loss: one('loss'),
};

export const optional = <T extends PortType>({ type, title }: Port<T>): Port<T, 'optional'> => ({
  type,
  arity: 'optional',
  title,
});

export const many = <T extends PortType>({ type, title }: Port<T>): Port<T, 'many'> => ({
  type,
  arity: 'many',
  title,
});
