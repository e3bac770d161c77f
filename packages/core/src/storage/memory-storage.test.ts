import { describe, it } from 'vitest';
import { openMemoryStoreUnderTest } from '../testing/memory-store-under-test.ts';
import { runStorageConformance } from '../testing/storage-conformance.ts';

describe('memory storage', () => runStorageConformance(it, { open: () => openMemoryStoreUnderTest() }));
