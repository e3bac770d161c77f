import type { FormEvent } from 'react';

/** Explains how sign-in works where no demo is on, and takes a token. */
export function SignIn({ onToken }: { readonly onToken: (token: string) => void }) {
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const token = String(new FormData(event.currentTarget).get('token')).trim();
    if (token) onToken(token);
  }
  return (
    <section className="page-note">
      <h1>Sign in</h1>
      <p>
        This desk keeps no passwords: the product that it belongs to signs a token for each teammate. How is described
        in <a href="docs">the documentation</a>.
      </p>
      <form onSubmit={submit}>
        <label>
          A teammate’s token
          <input name="token" type="password" autoComplete="off" spellCheck={false} required />
        </label>
        <button type="submit">Open the inbox</button>
      </form>
      <p>The token stays in this tab, and goes with it.</p>
    </section>
  );
}
