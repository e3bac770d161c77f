import { type Body, maxBodyLength } from '../message/body.ts';
import type { AttachmentId } from '../shared/id.ts';
import { type Refused, refuse } from '../shared/result.ts';

export type BodyRefusal = { readonly code: 'body-empty' | 'body-too-long'; readonly path: 'body' };

/** What cannot be said: nothing at all, or more than fits. */
export function refuseBody(body: Body, attachments: readonly AttachmentId[]): Refused<BodyRefusal> | undefined {
  if (body.text.trim() === '' && attachments.length === 0) return refuse({ code: 'body-empty', path: 'body' });
  return body.text.length > maxBodyLength ? refuse({ code: 'body-too-long', path: 'body' }) : undefined;
}
