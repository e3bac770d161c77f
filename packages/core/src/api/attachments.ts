import { z } from 'zod';
import { ok } from '../shared/result.ts';
import { attachment } from './conversation-schemas.ts';
import { operation } from './operation.ts';
import { attachmentId } from './schemas.ts';

const linkMilliseconds = 5 * 60_000;

export const addAttachment = operation({
  summary: 'Hand in a file; a message takes it by its id',
  callers: ['teammate', 'integrator'],
  status: 201,
  query: z.strictObject({ name: z.string().min(1).max(200) }),
  takes: 'raw',
  output: attachment,
  refusals: ['too-large'],
  handle({ name }, { desk, actor, bytes, contentType }) {
    return desk.attempt(actor).handInAttachment({ name, type: contentType || 'application/octet-stream', bytes });
  },
});

export const getAttachment = operation({
  summary: 'A link to a file, good for five minutes',
  callers: ['teammate', 'integrator', 'visitor'],
  path: z.strictObject({ attachment: attachmentId }),
  output: z.object({ url: z.string().meta({ description: 'Relative to the API.' }) }),
  refusals: [],
  async handle(input, { desk, actor, signer }) {
    const found = await desk.attempt(actor).findAttachment(input.attachment);
    if (!found.ok) return found;
    const { id, name, type } = found.value;
    const expires = String(Date.parse(desk.parts.clock.now()) + linkMilliseconds);
    const signature = await signer.sign(signedText({ attachment: id, expires, name, type }));
    return ok({ url: `/files/${id}?${new URLSearchParams({ expires, name, type, signature }).toString()}` });
  },
});

/** Only these are shown in the page; everything else is a download, whatever it claims to be. */
const inlineTypes = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif'];

export const downloadFile = operation({
  summary: 'The bytes of a file, by a signed link',
  callers: [],
  path: z.strictObject({ attachment: attachmentId }),
  query: z.strictObject({ expires: z.string(), name: z.string(), type: z.string(), signature: z.string() }),
  gives: 'file',
  output: z.object({
    name: z.string(),
    type: z.string(),
    inline: z.boolean(),
    bytes: z.custom<AsyncIterable<Uint8Array>>(),
  }),
  refusals: [],
  async handle({ signature, ...link }, { desk, signer }) {
    const isSigned = await signer.verify(signedText(link), signature);
    const isFresh = Number(link.expires) > Date.parse(desk.parts.clock.now());
    const bytes = isSigned && isFresh ? await desk.parts.blobs.get(link.attachment) : undefined;
    if (!bytes) return { ok: false, refusal: { code: 'not-found' } };
    const inline = inlineTypes.includes(link.type);
    return ok({ name: link.name, type: inline ? link.type : 'application/octet-stream', inline, bytes });
  },
});

interface Link {
  readonly attachment: string;
  readonly expires: string;
  readonly name: string;
  readonly type: string;
}

function signedText({ attachment, expires, name, type }: Link): string {
  return JSON.stringify(['file', attachment, expires, name, type]);
}
