import type { ConversationId } from '@deskkit/core';
import type { AccessWorld } from './access-world.ts';
import type { Place } from './subjects.ts';

const body = { format: 'text', text: 'Where is my parcel?' } as const;

/** A chat of the world's visitor that a member of billing can see, or cannot. */
export async function conversationOf(world: AccessWorld, place: Place): Promise<ConversationId> {
  const { conversation } = await world.desk.as(world.visitor).startChat({ body });
  const team = (place === 'seen' ? world.billing : world.sales) as never;
  await world.desk.as(world.owner).assign({ conversation: conversation.id, team });
  return conversation.id;
}

/** A contact whose only conversation lies in that place. */
export async function contactOf(world: AccessWorld, place: Place): Promise<string> {
  const visitor = await world.desk.openSession(world.workspace, null);
  const { conversation } = await world.desk.as(visitor).startChat({ body });
  const team = (place === 'seen' ? world.billing : world.sales) as never;
  await world.desk.as(world.owner).assign({ conversation: conversation.id, team });
  return visitor.contact;
}

let count = 0;

/** A word that nothing else is called. */
export function freshWord(): string {
  count += 1;
  return `word${count}`;
}

/** A webhook, in the place of all others: a workspace has few. */
export async function webhookOf(world: AccessWorld): Promise<string> {
  const listed = await world.send(world.owner, 'GET', '/webhooks');
  const { items } = (await listed.json()) as { readonly items: readonly { readonly id: string }[] };
  for (const { id } of items) await world.send(world.owner, 'DELETE', `/webhooks/${id}`);
  return made(world, '/webhooks', { url: 'https://shop.example/hooks' });
}

/** Makes something as the owner by the API, and gives its id. */
export async function made(world: AccessWorld, path: string, body: object): Promise<string> {
  const response = await world.send(world.owner, 'POST', path, body);
  const json = (await response.json()) as Record<string, { readonly id?: string } | string>;
  if (!response.ok) throw new Error(`POST ${path}: ${JSON.stringify(json)}`);
  const [first] = Object.values(json);
  const id = json.id ?? (typeof first === 'object' ? first.id : undefined);
  if (typeof id !== 'string') throw new Error(`POST ${path} gave no id: ${JSON.stringify(json)}`);
  return id;
}
