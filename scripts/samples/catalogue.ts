/** Every sample picture there is. A new one is a file of its own and a line here. */
import { cubist } from './cubist.ts';
import { inkWash } from './ink-wash.ts';
import { marbleBust } from './marble-bust.ts';
import { mountainLake } from './mountain-lake.ts';
import { nightSky } from './night-sky.ts';
import { oldTown } from './old-town.ts';
import type { SamplePicture } from './picture.ts';
import { pointillism } from './pointillism.ts';
import { stainedGlass } from './stained-glass.ts';
import { woodblockWave } from './woodblock-wave.ts';

export const samplePictures: readonly SamplePicture[] = [
  mountainLake,
  oldTown,
  marbleBust,
  nightSky,
  woodblockWave,
  pointillism,
  cubist,
  stainedGlass,
  inkWash,
];
