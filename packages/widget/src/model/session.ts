import { ApiError } from '@deskkit/core/client';
import type { Keep } from './kept.ts';

/** The visitor's session: opened when it is first needed, kept for the next page. */
export interface Session {
  /** There is one, of this page or kept by an earlier one. */
  exists(): boolean;
  /** Resolves when there is one. */
  open(): Promise<void>;
  /** What the client asks for its token. A session that the desk no longer takes is dropped. */
  token(ask: { readonly renew: boolean }): Promise<string>;
}

export interface SessionOptions {
  readonly keep: Keep;
  /** Asks the desk for a session. */
  readonly ask: () => Promise<{ readonly token: string }>;
  /** Whom the host vouches for. Such a session can be had again at any time. */
  readonly of: string | null;
}

export function createSession({ keep, ask, of }: SessionOptions): Session {
  let opening: Promise<string> | undefined;
  let given: string | undefined;

  const kept = () => {
    const { session } = keep.read();
    return session?.of === of ? session.token : undefined;
  };

  // Two calls at the same time share one session, and so do two tabs: one may have opened it meanwhile.
  function open(): Promise<string> {
    const token = kept();
    if (token !== undefined) return Promise.resolve(token);
    opening ??= ask()
      .then((answer) => {
        keep.change((before) => ({ ...before, session: { token: answer.token, of } }));
        return answer.token;
      })
      .finally(() => {
        opening = undefined;
      });
    return opening;
  }

  return {
    exists: () => kept() !== undefined,
    async open() {
      await open();
    },
    async token({ renew }) {
      // What is kept may be newer than what was refused.
      if (renew && kept() === given) {
        given = undefined;
        keep.change((before) => ({ ...before, session: null }));
        // Nobody gets a new session for having come back: only for writing.
        if (of === null) throw new ApiError(401, 'bad-token');
      }
      given = await open();
      return given;
    },
  };
}
