export { createMemoryBlobStore } from '../blobs/memory-blob-store.ts';
export {
  buildContact,
  buildConversation,
  buildDelivery,
  buildEvent,
  buildMessage,
  buildSession,
  buildTeam,
  buildTeammate,
  buildWork,
  buildWorkspace,
  buildWorkspaceEvent,
} from './builders.ts';
export { createFakeClock, type FakeClock } from './fake-clock.ts';
export { createFakeIds } from './fake-ids.ts';
export { createMockDesk, type MockDesk } from './mock-desk.ts';
export { createSeededRandom, type SeededRandom } from './seeded-random.ts';
export {
  runStorageConformance,
  type ScenarioKey,
  type StorageScenario,
  type StoreUnderTest,
  storageScenarios,
} from './storage-conformance.ts';
