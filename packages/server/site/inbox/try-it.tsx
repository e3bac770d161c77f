import type { ApiClient } from '@deskkit/core/client';
import { usePeople } from '@deskkit/react-inbox';
import { type Ref, useEffect, useState } from 'react';
import type { Demo } from './demo.ts';

export interface TryItProps {
  readonly client: ApiClient;
  readonly demo: Demo | undefined;
  readonly ref: Ref<HTMLDialogElement>;
}

/** What a newcomer can do next: write a mail, open the widget, read the API. */
export function TryIt({ client, demo, ref }: TryItProps) {
  const ready = usePeople() !== undefined;
  const [address, setAddress] = useState(demo?.address);
  useEffect(() => {
    if (!ready) return;
    client.getMe().then(
      ({ mail }) => setAddress((known) => known ?? mail.addresses[0]),
      () => {},
    );
  }, [client, ready]);
  return (
    <dialog ref={ref} className="page-dialog" aria-labelledby="try-it">
      <h2 id="try-it">How to try it</h2>
      <ul>
        <li>
          Open the <a href="demo">page with the widget</a> in another window and write something: it arrives here at
          once.
        </li>
        <li>Be somebody else with the switcher below the folders: Jonas sees less than Ines.</li>
        <li>
          Every action has a key: J and K move, Enter opens, R replies, N writes a note, C claims, A assigns, S snoozes,
          E closes, Z takes back.
        </li>
        <li>
          Everything here goes through the API: <a href="docs">read it</a>.
        </li>
      </ul>
      {address && <MailNotes address={address} port={demo?.smtpPort ?? 2525} />}
      <button type="button" onClick={(event) => event.currentTarget.closest('dialog')?.close()}>
        Close
      </button>
    </dialog>
  );
}

function MailNotes({ address, port }: { readonly address: string; readonly port: number }) {
  const swaks = `swaks --server 127.0.0.1:${port} --from ada@customer.example --to ${address} --header "Subject: A question" --body "Hello"`;
  const curl = `printf 'From: ada@customer.example\\nTo: ${address}\\nSubject: A question\\n\\nHello\\n' | curl smtp://127.0.0.1:${port} --mail-from ada@customer.example --mail-rcpt ${address} -T -`;
  return (
    <>
      <h3>Send it a mail</h3>
      <p>With curl:</p>
      <pre tabIndex={-1}>
        <code>{curl}</code>
      </pre>
      <p>Or with swaks:</p>
      <pre tabIndex={-1}>
        <code>{swaks}</code>
      </pre>
    </>
  );
}
