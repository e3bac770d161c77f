import { type AttachmentId, newId, type Outbound, type SendError, type Workspace } from '@deskkit/core';
import { buildContact, buildConversation, buildMessage, buildWorkspace } from '@deskkit/core/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EmailChannel } from '../email-channel.ts';
import { readMessageId, threadIdOf } from '../message-id.ts';
import { readReplyAddress } from '../reply-address.ts';
import { openTestChannel, type TestChannel } from '../testing/open-test-channel.ts';
import { openTestServer, type TestServer } from '../testing/open-test-server.ts';
import { createSmtpOut } from './smtp-out.ts';

const conversation = buildConversation({ subject: 'Chair' });

function inbound(messageId: string, subject = 'Chair') {
  const mailbox = { name: 'Ada', address: 'ada@example.net' };
  const email = { from: mailbox, to: [], cc: [], subject, messageId, verdict: 'none', original: null } as const;
  return buildMessage({ conversation: conversation.id, email });
}

function outboundOf(workspace: Workspace, overrides: Partial<Outbound> = {}): Outbound {
  return {
    workspace,
    conversation,
    message: buildMessage({
      kind: 'reply',
      conversation: conversation.id,
      author: { kind: 'teammate', id: newId('teammate') },
      body: { format: 'markdown', text: 'It is **oiled**.\n.\nBye' },
    }),
    authorName: 'Ana',
    contact: buildContact({ name: 'Ada', identities: [{ kind: 'email', value: 'ada@example.net', proof: 'claimed' }] }),
    earlier: [inbound('<2@example.net>', 'RE: Chair'), inbound('<1@example.net>')],
    ...overrides,
  };
}

describe('SMTP out', () => {
  let server: TestServer;
  let desk: TestChannel;
  beforeEach(async () => {
    server = await openTestServer();
    desk = await openTestChannel({ smtpUrl: server.url });
  });
  afterEach(async () => {
    await desk.close();
    await server.close();
  });

  const send = (outbound: Outbound, channel: EmailChannel = desk.channel) => {
    if (!channel.send) throw new Error('The channel sends nothing.');
    return channel.send(outbound);
  };
  const failure = (outbound: Outbound, channel?: EmailChannel) =>
    send(outbound, channel).then(
      () => undefined,
      (error: SendError) => ({ name: error.name, code: error.code, retryable: error.retryable, detail: error.detail }),
    );

  it('sends a reply with all that answers need to find back', async () => {
    const outbound = outboundOf(desk.workspace);
    const { externalIds } = await send(outbound);
    const [sent] = server.mails;
    const { mail } = sent ?? {};
    expect(sent).toMatchObject({ from: 'support@example.com', to: ['ada@example.net'] });
    expect(mail).toMatchObject({
      subject: 'Re: Chair',
      text: 'It is **oiled**.\n.\nBye',
      inReplyTo: '<2@example.net>',
    });
    expect(mail?.html).toContain('It is <strong>oiled</strong>.');
    expect(mail?.from?.value).toEqual([{ name: `Ana (${desk.workspace.name})`, address: 'support@example.com' }]);
    expect(mail?.to).toMatchObject({ value: [{ name: 'Ada', address: 'ada@example.net' }] });
    expect(externalIds).toEqual([mail?.messageId]);
    expect(readMessageId(desk.signer, desk.workspace.id, externalIds[0] ?? '')).toEqual({
      conversation: conversation.id,
      message: outbound.message.id,
    });
    const replyTo = mail?.replyTo?.value[0]?.address ?? '';
    expect(replyTo).toMatch(/@in\.example\.com$/);
    expect(readReplyAddress(desk.signer, desk.workspace.id, replyTo)).toBe(conversation.id);
    expect(mail?.references).toEqual([
      '<1@example.net>',
      threadIdOf(desk.signer, desk.workspace, conversation.id),
      '<2@example.net>',
    ]);
    expect(sent?.raw).toMatch(/^Date: Sat, 31 Jan 2026 09:00:00 \+0000\r$/m);
    for (const header of ['bcc', 'cc', 'auto-submitted', 'x-mailer', 'precedence']) {
      expect(mail?.headers.has(header)).toBe(false);
    }
  });

  it('sends the same Message-ID when it sends again', async () => {
    const outbound = outboundOf(desk.workspace);
    expect(await send(outbound)).toEqual(await send(outbound));
    expect(new Set(server.mails.map(({ mail }) => mail.messageId)).size).toBe(1);
  });

  it('names our own earlier replies and no chat messages in References', async () => {
    const reply = buildMessage({ kind: 'reply', conversation: conversation.id });
    const chat = buildMessage({ kind: 'reply', channel: 'chat' });
    await send(outboundOf(desk.workspace, { earlier: [chat, reply, inbound('<1@example.net>')] }));
    const references = server.mails[0]?.mail.references ?? [];
    expect(references).toHaveLength(3);
    expect(readMessageId(desk.signer, desk.workspace.id, references[2] ?? '')).toMatchObject({ message: reply.id });
    expect(server.mails[0]?.mail.inReplyTo).toBe('<1@example.net>');
  });

  it('sends the subject as it is when nobody has written before', async () => {
    await send(outboundOf(desk.workspace, { earlier: [] }));
    expect(server.mails[0]?.mail).toMatchObject({ subject: 'Chair' });
    expect(server.mails[0]?.mail.inReplyTo).toBeUndefined();
  });

  it('lets no name or subject add a header or a recipient', async () => {
    const evil = 'x"\r\nBcc: all@example.net\r\n\r\n<all@example.net>, y';
    const contact = buildContact({
      name: evil,
      identities: [{ kind: 'email', value: 'ada@example.net', proof: 'claimed' }],
    });
    const workspace = { ...desk.workspace, name: evil };
    const file = { id: newId('attachment'), name: `${evil}.txt`, type: 'text/plain', size: 1 };
    await desk.blobs.put(file.id, bytesOf('x'));
    const outbound = outboundOf(workspace, { contact, authorName: evil, earlier: [inbound('<1@example.net>', evil)] });
    await send({ ...outbound, message: { ...outbound.message, attachments: [file] } });
    const [sent] = server.mails;
    expect(sent?.to).toEqual(['ada@example.net']);
    expect(sent?.raw).not.toMatch(/^bcc:/im);
    expect(sent?.mail.from?.value).toHaveLength(1);
    expect(sent?.mail.to).toMatchObject({ value: [{ address: 'ada@example.net' }] });
    expect(sent?.mail.text).toContain('oiled');
  });

  it('sends files from the blob store to the byte', async () => {
    const content = 'ünïcode '.repeat(40_000);
    const file = { id: newId('attachment'), name: 'Rechnung №1.txt', type: 'text/plain', size: content.length };
    await desk.blobs.put(file.id, bytesOf(content));
    const outbound = outboundOf(desk.workspace);
    await send({ ...outbound, message: { ...outbound.message, attachments: [file] } });
    const [attached] = server.mails[0]?.mail.attachments ?? [];
    expect(attached?.filename).toBe('Rechnung №1.txt');
    expect(attached?.content.toString()).toBe(content);
  });

  it('says so when a file is gone', async () => {
    const file = { id: newId('attachment') as AttachmentId, name: 'a', type: 'text/plain', size: 1 };
    const outbound = outboundOf(desk.workspace);
    const message = { ...outbound.message, attachments: [file] };
    expect(await failure({ ...outbound, message })).toMatchObject({ code: 'attachment-missing', retryable: false });
    expect(server.mails).toEqual([]);
  });

  it.each([
    ['rcpt', 550, 'recipient-refused', false],
    ['rcpt', 450, 'deferred', true],
    ['mail', 553, 'message-refused', false],
    ['data', 554, 'message-refused', false],
    ['data', 451, 'deferred', true],
  ] as const)('reports a %s answered with %i as %s', async (step, answer, code, retryable) => {
    server.refusals[step] = [answer, 'No, and here is why'];
    expect(await failure(outboundOf(desk.workspace))).toMatchObject({
      name: 'SendError',
      code,
      retryable,
      detail: expect.stringContaining('No, and here is why'),
    });
  });

  it('tries again later when the server cannot be reached', async () => {
    await server.close();
    expect(await failure(outboundOf(desk.workspace))).toMatchObject({ code: 'unreachable', retryable: true });
  });

  it('waits while no server is set', async () => {
    const off = await openTestChannel();
    expect(await failure(outboundOf(desk.workspace), off.channel)).toMatchObject({
      code: 'not-configured',
      retryable: true,
    });
    await off.close();
  });

  it('does not send where one end has no address', async () => {
    const nobody = outboundOf(desk.workspace, { contact: buildContact() });
    expect(await failure(nobody)).toMatchObject({ code: 'contact-unreachable', retryable: false });
    const unknown = buildContact({
      identities: [{ kind: 'email', value: 'unknown@sender.invalid', proof: 'claimed' }],
    });
    expect(await failure(outboundOf(desk.workspace, { contact: unknown }))).toMatchObject({
      code: 'contact-unreachable',
    });
    expect(await failure(outboundOf(buildWorkspace({ addresses: [] })))).toMatchObject({
      code: 'not-configured',
      retryable: true,
    });
  });

  it.each(['', 'https://example.com', 'smtp:', 'mail.example.com:25'])('is not made for %j', (smtpUrl) => {
    const { signer, blobs } = desk;
    expect(() => createSmtpOut({ smtpUrl, hostName: 'mx.example.com', signer, blobs })).toThrow('smtp://HOST:PORT');
  });
});

async function* bytesOf(text: string) {
  yield Buffer.from(text);
}
