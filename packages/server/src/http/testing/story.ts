import type { ApiCaller } from './api-caller.ts';
import type { TestApi } from './open-test-api.ts';
import type { Way } from './ways.ts';

/** Opens a new desk behind the API, mounted one way; both end with the test. */
export type Story = () => Promise<ApiCaller & { readonly test: TestApi; readonly way: Way }>;
