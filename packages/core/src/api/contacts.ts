import { z } from 'zod';
import type { ContactPlace } from '../action/read-contacts.ts';
import type { Contact } from '../people/contact.ts';
import { isId } from '../shared/id.ts';
import { ok, type Refusal, type Result, refuse } from '../shared/result.ts';
import type { RowRef } from '../storage/row.ts';
import { cursorOf, parseCursor } from './cursor.ts';
import { notAvailable } from './not-available.ts';
import { type Call, operation } from './operation.ts';
import { attributes, contactId, instant, limit } from './schemas.ts';
import { wroteRow } from './wrote-row.ts';

const callers = ['teammate', 'integrator'] as const;
const path = z.strictObject({ contact: contactId });
const kind = z.enum(['email', 'host']);
const name = z.string().max(400).nullable();
const claimed = z
  .array(z.strictObject({ kind, value: z.string().max(400) }))
  .max(50)
  .meta({ example: [{ kind: 'email', value: 'kim@example.org' }] });

const patch = z.record(z.string().max(200), z.union([z.string().max(20_000), z.number(), z.boolean(), z.null()])).meta({
  description: 'By the schema in the settings; null takes a key away, absent keys stay.',
  example: { plan: 'pro' },
});

const contact = z
  .object({
    id: contactId,
    version: z.number(),
    name: z.string().nullable(),
    identities: z.array(z.object({ kind, value: z.string(), proof: z.enum(['proven', 'claimed']) })).readonly(),
    attributes,
    mergedInto: contactId.nullable().meta({ description: 'The contact that it became one with; look there.' }),
    createdAt: instant,
  })
  .meta({ id: 'Contact', description: 'The person who writes in.' });

type ContactView = z.input<typeof contact>;

function viewOf({ answeredAt, ...shown }: Contact): ContactView {
  return shown;
}

function answer(result: Result<Contact>): Result<ContactView> {
  return result.ok ? ok(viewOf(result.value)) : result;
}

export const listContacts = operation({
  summary: 'Contacts; for members those of the conversations that they see',
  callers,
  query: z.strictObject({
    q: z.string().max(200).optional().meta({ description: 'What the name or an identity has in it.', example: 'kim@' }),
    limit,
    cursor: z.string().optional(),
  }),
  output: z.object({
    items: z.array(contact),
    nextCursor: z
      .string()
      .optional()
      .meta({ description: 'Where to go on. With q a page may be short, or empty, and there is more all the same.' }),
  }),
  refusals: [],
  async handle({ q, limit, cursor }, { desk, actor }) {
    const after = parsePlace(cursor);
    if (after === 'bad') return refuse({ code: 'malformed', path: 'cursor' });
    const page = await desk.attempt(actor).listContacts({ q, limit, after });
    if (!page.ok) return page;
    const items = page.value.items.map(viewOf);
    const { next } = page.value;
    if (next === undefined) return ok({ items });
    return ok({ items, nextCursor: typeof next === 'number' ? cursorOf(next) : next });
  },
});

function parsePlace(cursor: string | undefined): ContactPlace | undefined | 'bad' {
  return cursor !== undefined && isId('contact', cursor) ? cursor : parseCursor(cursor);
}

export const getContact = operation({
  summary: 'A contact',
  callers,
  path,
  output: contact,
  refusals: [],
  handle: async (input, { desk, actor }) => answer(await desk.attempt(actor).findContact(input.contact)),
});

export const addContact = operation({
  summary: 'Add a contact; what is said of it is claimed, and proves nothing',
  callers,
  status: 201,
  body: z.strictObject({
    id: contactId.optional(),
    name: name.optional(),
    identities: claimed.optional(),
    attributes: patch.optional(),
  }),
  output: contact,
  refusals: ['name-invalid', 'identity-invalid', 'identity-taken', 'attribute-invalid', 'id-taken', 'limit-reached'],
  handle: async (input, { desk, actor }) => answer(await desk.attempt(actor).addContact(input)),
  again: answerAgain('change-contact'),
});

export const changeContact = operation({
  summary: 'Change what is known of a contact; proven identities stay',
  callers,
  path,
  body: z.strictObject({
    name: name.optional(),
    addIdentities: claimed.optional(),
    removeIdentities: claimed.optional(),
    attributes: patch.optional(),
  }),
  output: contact,
  refusals: [
    'name-invalid',
    'identity-invalid',
    'identity-taken',
    'identity-proven',
    'attribute-invalid',
    'limit-reached',
    'contact-merged',
  ],
  handle: async (input, { desk, actor }) => answer(await desk.attempt(actor).changeContact(input)),
});

const administrators = [...callers, 'host'] as const;

export const mergeContacts = operation({
  summary: 'Make one contact of two; gives the one that stays',
  callers: administrators,
  path,
  body: z.strictObject({ into: contactId }),
  output: contact,
  refusals: ['merge-into-itself', 'contact-unknown', 'contact-merged'],
  handle: async (input, { desk, actor }) => answer(await desk.attempt(actor).mergeContacts(input)),
  again: answerAgain('administer-contacts'),
});

function answerAgain(action: 'change-contact' | 'administer-contacts') {
  return async (wrote: readonly RowRef[], call: Pick<Call, 'desk' | 'actor'>) =>
    answer(await wroteRow(wrote, call, { kind: 'contact', action }));
}

async function refuseForNow(
  { contact }: z.output<typeof path>,
  { desk, actor }: Call,
): Promise<Result<never, Refusal>> {
  const refused = notAvailable(actor, 'administer-contacts');
  if (refused.refusal.code === 'forbidden') return refused;
  const [row] = await desk.parts.storage.find(actor.workspace, 'contact', [contact]);
  return row ? refused : refuse({ code: 'not-found' });
}

export const exportContact = operation({
  summary: 'Everything that is kept of a contact, as a file',
  callers: administrators,
  path,
  body: z.strictObject({}),
  output: z.object({ url: z.string().meta({ description: 'Relative to the API.' }) }),
  refusals: ['not-available'],
  handle: refuseForNow,
  again: async () => refuse({ code: 'not-available' }),
});

export const forgetContact = operation({
  summary: 'Forget a contact, and all that it wrote',
  callers: administrators,
  path,
  output: z.object({ id: contactId }),
  refusals: ['not-available'],
  handle: refuseForNow,
});
