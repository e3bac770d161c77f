import { burstScenarios } from './bursts.ts';
import { cellScenarios } from './cells.ts';
import { claimScenarios } from './claims.ts';
import { commitScenarios } from './commit.ts';
import { directoryScenarios } from './directory.ts';
import { durabilityScenarios } from './durability.ts';
import { expectScenarios } from './expect.ts';
import { findScenarios } from './find.ts';
import { listScenarios } from './lists.ts';
import { logScenarios } from './log.ts';
import { placeScenarios } from './places.ts';
import { removalScenarios } from './removal.ts';
import { searchScenarios } from './search.ts';
import { searchIndexScenarios } from './search-index.ts';
import { snapshotScenarios } from './snapshots.ts';
import { valueScenarios } from './values.ts';
import { workScenarios } from './work.ts';

/** Every promise of the storage and directory ports, in reading order. */
export const storageScenarios = [
  ...commitScenarios,
  ...burstScenarios,
  ...expectScenarios,
  ...claimScenarios,
  ...findScenarios,
  ...valueScenarios,
  ...listScenarios,
  ...placeScenarios,
  ...searchScenarios,
  ...searchIndexScenarios,
  ...logScenarios,
  ...snapshotScenarios,
  ...cellScenarios,
  ...workScenarios,
  ...directoryScenarios,
  ...removalScenarios,
  ...durabilityScenarios,
] as const;

export type ScenarioKey = (typeof storageScenarios)[number]['key'];
