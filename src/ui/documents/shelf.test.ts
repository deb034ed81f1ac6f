/** Where the browser keeps nothing, as in Node; the browser's own database is tried in tests/editor. */
import { expect, test } from 'vitest';
import type { KeptDocument } from './kept.ts';
import { Shelf } from './shelf.ts';

const told: unknown[] = [];
const noDatabase = () => new Shelf(Promise.reject(new Error('none here')), error => told.push(error));

const kept = (id: string, revision: string, changed = 0): KeptDocument => ({
  id,
  title: id,
  text: '',
  changed,
  revision,
});

test('what is not kept is told once, and stays in memory', async () => {
  const shelf = noDatabase();
  await shelf.putDocument(kept('a', 'first'), undefined);
  await shelf.putDocument(kept('b', 'second', 1), undefined);
  expect(told.map(String)).toEqual(['Error: none here']);
  expect((await shelf.documents()).map(({ id }) => id)).toEqual(['b', 'a']);
  expect(await shelf.document('a')).toMatchObject({ revision: 'first' });
  await shelf.removeDocument('a');
  expect(await shelf.document('a')).toBeUndefined();
});

test('nothing that somebody else has written is overwritten', async () => {
  const shelf = noDatabase();
  await shelf.putDocument(kept('a', 'mine'), undefined);
  expect(await shelf.putDocument(kept('a', 'theirs'), 'mine')).toEqual({ type: 'written' });
  expect(await shelf.putDocument(kept('a', 'mine again'), 'mine')).toEqual({ type: 'changed-elsewhere' });
  expect(await shelf.document('a')).toMatchObject({ revision: 'theirs' });
});

test('a picture is found by its name and by its bytes', async () => {
  const shelf = noDatabase();
  await shelf.putPicture({ reference: 'file:lake.jpg', hash: 'abc', blob: new Blob(['x']), added: 1 });
  expect(await shelf.pictureOf('abc')).toMatchObject({ reference: 'file:lake.jpg' });
  expect(await shelf.picture('file:sea.jpg')).toBeUndefined();
  expect([...(await shelf.pictureReferences())]).toEqual(['file:lake.jpg']);
});
