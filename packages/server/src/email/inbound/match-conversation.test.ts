import { type ConversationId, newId } from '@deskkit/core';
import { buildWorkspace } from '@deskkit/core/testing';
import { describe, expect, it } from 'vitest';
import { messageIdOf } from '../message-id.ts';
import { replyAddressOf } from '../reply-address.ts';
import { createSigner } from '../signer.ts';
import { createMailHeaders } from './mail-headers.ts';
import { hintsOf, matchConversation } from './match-conversation.ts';

const signer = createSigner(['a secret of the test alone']);
const workspace = buildWorkspace({ mailDomain: 'in.example.com' });
const [byToken, byId, older, known] = [0, 1, 2, 3].map(() => newId('conversation')) as [
  ConversationId,
  ConversationId,
  ConversationId,
  ConversationId,
];
const token = replyAddressOf(signer, workspace, byToken);
const sent = (conversation: ConversationId) => messageIdOf(signer, workspace, conversation, newId('message'));
const forged = replyAddressOf(createSigner(['another secret of the test']), workspace, byToken);

function match(headers: readonly string[], envelope: readonly string[] = []) {
  const lines = headers.map((line) => ({ key: (line.split(':')[0] ?? '').toLowerCase(), line }));
  const hints = hintsOf(createMailHeaders(lines), envelope);
  return matchConversation(signer, workspace.id, hints, async (id) =>
    id === '<known@example.net>' ? known : undefined,
  );
}

describe('matching a mail to its conversation', () => {
  it.each<[string, readonly string[], readonly string[], ConversationId | null, 'signed' | 'known-id' | null, boolean]>(
    [
      ['nothing', ['To: support@example.com'], [], null, null, false],
      ['a token in the envelope', [], [token], byToken, 'signed', false],
      ['a token before our id', [`To: ${token}`, `In-Reply-To: ${sent(byId)}`], [], byToken, 'signed', false],
      [
        'In-Reply-To before References',
        [`References: ${sent(older)}`, `In-Reply-To: ${sent(byId)}`],
        [],
        byId,
        'signed',
        false,
      ],
      ['the last of References', [`References: ${sent(older)}\r\n\t${sent(byId)}`], [], byId, 'signed', false],
      ['our id before a known one', [`References: ${sent(older)} <known@example.net>`], [], older, 'signed', false],
      ['a known id', ['References: <x@y.example> <known@example.net> <z@y.example>'], [], known, 'known-id', false],
      ['a forged token alone', [`To: ${forged}`], [], null, null, true],
      ['a forged token beside a good id', [`To: ${forged}`, `In-Reply-To: ${sent(byId)}`], [], byId, 'signed', true],
    ],
  )('follows %s', async (_name, headers, envelope, conversation, by, isForged) => {
    expect(await match(headers, envelope)).toEqual({
      match: conversation && by ? { conversation, by } : null,
      forged: isForged,
    });
  });

  it('looks at 50 ids at most, the newest', () => {
    const references = Array.from({ length: 80 }, (_, at) => `<${at}@example.net>`).join(' ');
    const hints = hintsOf(createMailHeaders([{ key: 'references', line: `References: ${references}` }]), []);
    expect(hints.ids).toHaveLength(50);
    expect(hints.ids[0]).toBe('<79@example.net>');
  });
});
