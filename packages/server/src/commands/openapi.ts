import { openapi } from '@deskkit/core/api';

/** Prints the API's description; needs no settings and no storage. */
export function runOpenapi(): void {
  process.stdout.write(`${JSON.stringify(openapi(), null, 2)}\n`);
}
