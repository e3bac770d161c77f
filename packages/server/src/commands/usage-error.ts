/** A command that is not written as it has to be: its message is one sentence that says how. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
