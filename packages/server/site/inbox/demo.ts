/** Somebody of the demo's team. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly role: string;
}

export interface Demo {
  readonly people: readonly Person[];
  /** Where the desk takes in mail, where it does. */
  readonly smtpPort: number | undefined;
  readonly address: string | undefined;
}

/** Asks the desk for its demo; `undefined` when it is not in demo mode. Rejects when it cannot be reached. */
export async function loadDemo(): Promise<Demo | undefined> {
  const response = await fetch('demo/people');
  if (response.status === 404 || response.status === 403) return undefined;
  if (!response.ok) throw new Error(`The desk answered ${response.status}`);
  const { items, smtpPort, address } = await response.json();
  return { people: items, smtpPort, address };
}

/** A token for one of the demo's team. */
export async function demoToken(teammate: string): Promise<string> {
  const response = await fetch('demo/token', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ teammate }),
  });
  if (!response.ok) throw new Error(`The desk answered ${response.status}`);
  const { token } = await response.json();
  return token;
}
