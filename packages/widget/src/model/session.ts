import { ApiError } from '@deskkit/core/client';
import type { Keep } from './kept.ts';

/** The visitor's session: opened when it is first needed, kept for the next page. */
export interface Session {
  /** There is one, of this page or kept by an earlier one. */
  exists(): boolean;
  /** What the client asks for its token: opens a session if there is none. One that the desk no longer takes is dropped. */
  token(ask: { readonly renew: boolean }): Promise<string>;
}

export interface SessionOptions {
  readonly keep: Keep;
  /** Asks the desk for a session. */
  readonly ask: () => Promise<{ readonly token: string }>;
}

export function createSession({ keep, ask }: SessionOptions): Session {
  let opening: Promise<string> | undefined;
  let given: string | null = null;

  const kept = () => keep.read().token;

  // Two calls at the same time share one session, and so do two tabs: one may have opened it meanwhile.
  function open(): Promise<string> {
    const token = kept();
    if (token !== null) return Promise.resolve(token);
    opening ??= ask()
      .then((answer) => {
        keep.change((before) => ({ ...before, token: answer.token }));
        return answer.token;
      })
      .finally(() => {
        opening = undefined;
      });
    return opening;
  }

  return {
    exists: () => kept() !== null,
    async token({ renew }) {
      // What is kept may be newer than what was refused.
      if (renew && kept() === given) {
        given = null;
        keep.change((before) => ({ ...before, token: null }));
        // Nobody gets a new session for having come back: only for writing.
        if (keep.read().of === null) throw new ApiError(401, 'bad-token');
      }
      given = await open();
      return given;
    },
  };
}
