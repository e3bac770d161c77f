/** The HTTP status of every refusal, in one place. What is not here is a conflict with how things stand: 409. */
const statuses: Readonly<Record<string, number>> = {
  malformed: 400,
  'body-empty': 400,
  'body-too-long': 400,
  'snooze-in-past': 400,
  'snooze-too-far': 400,
  'teammate-unknown': 400,
  'team-unknown': 400,
  'channel-unknown': 400,
  'contact-unknown': 400,
  'attachment-unknown': 400,
  'handle-invalid': 400,
  'no-token': 401,
  'bad-token': 401,
  forbidden: 403,
  'not-author': 403,
  'not-found': 404,
  'no-such-method': 405,
  'events-gone': 410,
  'too-large': 413,
  'unsupported-type': 415,
  'idempotency-key-reused': 422,
  'too-many-requests': 429,
  internal: 500,
  'not-available': 501,
  'storage-unavailable': 503,
};

export function statusOf(code: string): number {
  return statuses[code] ?? 409;
}

/** What a person reads; what they can do about it stands at the end. */
export function titleOf(code: string): string {
  return titles[code] ?? `${code.charAt(0).toUpperCase()}${code.slice(1).replaceAll('-', ' ')}`;
}

const titles: Readonly<Record<string, string>> = {
  malformed: 'The request is not as the API expects it; see errors',
  'no-token': 'Send a token in the header "Authorization: Bearer …"',
  'bad-token': 'The token is not valid, or no longer; get a new one',
  'not-found': 'There is no such thing, or you cannot see it',
  'conversation-changed': 'Something happened that you have not seen; look at it and decide again',
  'conversation-closed': 'A closed conversation cannot be snoozed; open it first',
  'conversation-snoozed': 'The conversation is snoozed; use unsnooze',
  'conversation-not-snoozed': 'The conversation is not snoozed',
  'already-assigned': 'Somebody else has it already',
  'snooze-in-past': 'Choose a time in the future',
  'snooze-too-far': 'Choose a time within the next two years',
  'body-empty': 'Write something, or attach a file',
  'body-too-long': 'Shorten it, or attach the long part as a file',
  'mail-loop': 'The mail has been going round between servers; look which of them forward to each other',
  'too-large': 'The body is larger than this operation takes',
  'storage-unavailable': 'The desk cannot reach its storage; try again shortly',
};
