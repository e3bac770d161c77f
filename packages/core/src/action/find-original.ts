import type { Actor } from '../people/actor.ts';
import { ok, type Result, refuse } from '../shared/result.ts';
import { findMessage, type OnMessage } from './find-message.ts';
import type { Forbidden, NotFound } from './gate.ts';
import type { Parts } from './parts.ts';

/** The mail as it came in, byte by byte; never for the contact, who could learn by it how mail is handled here. */
export async function findOriginal(
  parts: Parts,
  actor: Actor,
  on: OnMessage,
): Promise<Result<AsyncIterable<Uint8Array>, NotFound | Forbidden>> {
  if (actor.kind === 'visitor') return refuse({ code: 'forbidden' });
  const found = await findMessage(parts, actor, 'read', on);
  if (!found.ok) return found;
  const original = found.value.message.email?.original;
  const bytes = original ? await parts.blobs.get(original) : undefined;
  return bytes ? ok(bytes) : refuse({ code: 'not-found' });
}
