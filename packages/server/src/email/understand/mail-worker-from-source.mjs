// Starts the worker where the sources were not built: in tests and benchmarks.
import { register } from 'tsx/esm/api';

register();
await import('./mail-worker.ts');
