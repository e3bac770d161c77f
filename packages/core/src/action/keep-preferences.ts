import { defaultPreferences, type Preferences } from '../notification/preferences.ts';
import { type PreferencesRefusal, refusePreferences } from '../notification/refuse-preferences.ts';
import type { Actor } from '../people/actor.ts';
import { ok, type Result, refuse } from '../shared/result.ts';
import { emptyChange } from '../storage/change.ts';
import { commit } from './commit.ts';
import type { Forbidden } from './gate.ts';
import { gatePersonal } from './gate-personal.ts';
import type { Parts } from './parts.ts';
import { retrying } from './retrying.ts';

/** A teammate's own settings, as nobody else sees them. */
export async function findPreferences(parts: Parts, actor: Actor): Promise<Result<Preferences, Forbidden>> {
  const reader = gatePersonal(actor);
  if (!reader.ok) return reader;
  const { workspace, id } = reader.value;
  const [row] = await parts.storage.find(workspace, 'preferences', [id]);
  return ok(row ?? defaultPreferences(id));
}

/** Keeps all of them at once. */
export function keepPreferences(
  parts: Parts,
  actor: Actor,
  given: Omit<Preferences, 'id' | 'version'>,
): Promise<Result<Preferences, Forbidden | PreferencesRefusal>> {
  return retrying(async () => {
    const stored = await findPreferences(parts, actor);
    if (!stored.ok) return stored;
    const refusal = refusePreferences(given);
    if (refusal) return refuse(refusal);
    const { id, version } = stored.value;
    const { timeZone, locale } = given;
    const row: Preferences = { id, version: version + 1, silenced: [...new Set(given.silenced)], timeZone, locale };
    await commit(parts, {
      ...emptyChange(actor.workspace),
      expect: [{ kind: 'preferences', id, version: version === 0 ? 'absent' : version }],
      put: [{ kind: 'preferences', row }],
    });
    return ok(row);
  });
}
