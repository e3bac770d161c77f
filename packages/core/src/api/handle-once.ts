import { type Actor, refOf } from '../people/actor.ts';
import { type Refusal, type Result, refuse } from '../shared/result.ts';
import { isStorageError } from '../storage/storage-error.ts';
import type { AnyOperation, Call } from './operation.ts';

/** What a caller may choose as its key. */
const keyForm = /^[\x21-\x7e]{1,200}$/;

/**
 * Handles a POST with an `Idempotency-Key`: the same key, caller and input give the first answer again, read anew
 * from the rows as they stand and through the gate. What was refused or changed nothing is not remembered.
 */
export async function handleOnce(
  operation: AnyOperation,
  input: Record<string, unknown>,
  call: Call<Actor | null>,
  key: string,
): Promise<Result<unknown>> {
  const { desk, actor } = call;
  if (!actor || !operation.again || !keyForm.test(key)) return refuse({ code: 'malformed', path: 'idempotency-key' });
  const caller = refOf(actor);
  const id = await sha256(JSON.stringify([caller, key]));
  const hash = await sha256(JSON.stringify([operation.summary, input]));

  const before = await answerAgain(id, hash, operation, call);
  if (before) return before;
  try {
    return await operation.handle(input, { ...call, desk: desk.remembering({ id, hash }) });
  } catch (error) {
    const lost = isStorageError(error) && error.reason.code === 'version-conflict';
    const meanwhile = lost ? await answerAgain(id, hash, operation, call) : undefined;
    if (!meanwhile) throw error;
    return meanwhile;
  }
}

async function answerAgain(
  id: string,
  hash: string,
  operation: AnyOperation,
  call: Call<Actor | null>,
): Promise<Result<unknown, Refusal> | undefined> {
  const { desk, actor } = call;
  if (!actor) return undefined;
  const [first] = await desk.parts.storage.find(actor.workspace, 'idempotent-answer', [id]);
  if (!first) return undefined;
  if (first.hash !== hash) return refuse({ code: 'idempotency-key-reused', path: 'idempotency-key' });
  return operation.again?.(first.wrote, call);
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
