import { expect, test } from 'vitest';
import { tensorsOf } from '../../src/graph/network.ts';
import { throughNetwork } from '../../src/runtime/compile/network.ts';
import { Program } from '../../src/runtime/ir/program.ts';
import { diskFolder } from '../testing/disk-folder.ts';
import { granted } from '../testing/outcome.ts';
import { describeWithShared, shared } from '../testing/shared.ts';
import { readNetwork } from './read-network.ts';

describeWithShared('fast style networks as they are published', () => {
  test.each(['wave', 'udnie'])(
    '%s is read whole, and gives a picture of the size of the one it takes',
    async name => {
      const { facts, tensor } = granted(
        await readNetwork(diskFolder(`${shared}/models/fast-style/${name}`), name),
      );
      expect(facts).toMatchObject({ title: name, input: { type: 'image' }, range: 'bytes' });
      let weights = 0;
      for (const name of tensorsOf(facts.steps).keys()) weights += granted(tensor(name)).data.length;
      expect(weights).toBe(1_677_638);
      const { ir } = new Program();
      expect(throughNetwork(ir, facts, ir.image({ hash: 'x', shape: [64, 96, 3] })).shape).toEqual([
        64, 96, 3,
      ]);
    },
  );
});
