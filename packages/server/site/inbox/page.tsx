import { type ApiClient, createClient } from '@deskkit/core/client';
import { useEffect, useMemo, useState } from 'react';
import { type Demo, demoToken, loadDemo } from './demo.ts';
import { DemoSwitcher } from './demo-switcher.tsx';
import { Desk } from './desk.tsx';
import { kept } from './kept.ts';
import { SignIn } from './sign-in.tsx';

type Door = 'asking' | 'failed' | 'closed' | Demo;

/** Finds out who is here: one of the demo's team, or who has a token of the host product. */
export function Page() {
  const [door, setDoor] = useState<Door>('asking');
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: an attempt is a wish to ask again
  useEffect(() => {
    setDoor('asking');
    loadDemo().then(
      (demo) => setDoor(demo ?? 'closed'),
      () => setDoor('failed'),
    );
  }, [attempt]);

  if (door === 'asking') return null;
  if (door === 'failed') {
    return (
      <section className="page-note">
        <h1>The desk cannot be reached</h1>
        <p>Is it running? Start it with npm start, then try again.</p>
        <button type="button" onClick={() => setAttempt(attempt + 1)}>
          Try again
        </button>
      </section>
    );
  }
  return door === 'closed' ? <TokenDesk /> : <DemoDesk demo={door} />;
}

function TokenDesk() {
  const [token, setToken] = useState(() => kept.read('token'));
  const client = useMemo(() => (token ? clientFor(token) : undefined), [token]);
  if (!client) {
    return (
      <SignIn
        onToken={(given) => {
          kept.write('token', given);
          setToken(given);
        }}
      />
    );
  }
  const signOut = () => {
    kept.forget('token');
    setToken(undefined);
  };
  return (
    <Desk
      client={client}
      header={<Brand />}
      footer={
        <button type="button" className="page-link" onClick={signOut}>
          Sign out
        </button>
      }
    />
  );
}

function DemoDesk({ demo }: { readonly demo: Demo }) {
  const [teammate, setTeammate] = useState(
    () => (demo.people.find(({ id }) => id === kept.read('teammate')) ?? demo.people[0])?.id,
  );
  const client = useMemo(() => (teammate ? clientFor(() => demoToken(teammate)) : undefined), [teammate]);
  if (!client || !teammate) {
    return (
      <section className="page-note">
        <h1>Nobody is here</h1>
        <p>The demo has no teammates. Start it with an empty data folder to have some made.</p>
      </section>
    );
  }
  const become = (id: string) => {
    kept.write('teammate', id);
    setTeammate(id);
  };
  return (
    <Desk
      key={teammate}
      client={client}
      demo={demo}
      header={<Brand />}
      footer={<DemoSwitcher people={demo.people} current={teammate} onChange={become} />}
    />
  );
}

function Brand() {
  return (
    <p className="page-brand">
      <img src="assets/icon.svg" alt="" width="22" height="22" /> DeskKit
    </p>
  );
}

function clientFor(token: string | (() => Promise<string>)): ApiClient {
  return createClient({ url: new URL('v1', document.baseURI).href, token });
}
