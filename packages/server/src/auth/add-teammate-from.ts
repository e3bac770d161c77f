import {
  type Desk,
  isDeskError,
  normaliseHandle,
  type Role,
  readName,
  type Teammate,
  type WorkspaceId,
} from '@deskkit/core';

/** A teammate as a token names it: what is said of the person may be missing or nonsense. */
export interface NamedTeammate {
  readonly externalId: string;
  readonly role: Role;
  readonly name: unknown;
  readonly email: unknown;
}

/** Adds the teammate under the first free handle; `undefined` when somebody else was faster with the same person. */
export async function addTeammateFrom(
  desk: Desk,
  workspace: WorkspaceId,
  { externalId, role, ...said }: NamedTeammate,
): Promise<Teammate | undefined> {
  const email = typeof said.email === 'string' && isAddress(said.email) ? said.email.trim() : null;
  const name = textOf(said.name) ?? textOf(email?.split('@')[0]) ?? textOf(externalId) ?? 'Teammate';
  const first = handleFrom(name);
  for (let number = 1; ; number++) {
    const handle = number === 1 ? first : `${first}-${number <= 20 ? number : Math.floor(Math.random() * 1e9)}`;
    try {
      return await desk.addTeammate(workspace, { externalId, name, email, handle, role });
    } catch (error) {
      if (!isDeskError(error)) throw error;
      if (error.code === 'identity-taken') return undefined;
      if (error.code !== 'handle-taken' || number > 40) throw error;
    }
  }
}

/** A handle out of a name of any script: `Zoë O’Neill` gives `zoë-o-neill`. */
function handleFrom(name: string): string {
  const words = normaliseHandle(name).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const handle = words.join('-').slice(0, 40).replace(/-$/, '');
  // Cut inside a character of two units, or empty, it is none.
  return /^[\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}\p{N}]+)*$/u.test(handle) ? handle : 'teammate';
}

/** What a name can be, out of what was said: without what nobody can read, and not for ever. */
function textOf(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const characters = Array.from(
    value
      .slice(0, 1_000)
      .replace(/[\p{Cc}\p{Cs}]/gu, ' ')
      .normalize('NFC')
      .trim(),
  );
  return readName(characters.slice(0, 100).join(''));
}

function isAddress(text: string): boolean {
  return text.length <= 320 && /^[^\s@]+@[^\s@]+$/.test(text.trim());
}
