import { newId } from '@deskkit/core';
import { buildWorkspace } from '@deskkit/core/testing';
import { describe, expect, it } from 'vitest';
import { messageIdOf, readMessageId, threadIdOf } from './message-id.ts';
import { createSigner } from './signer.ts';

const signer = createSigner(['a secret of the test alone']);
const workspace = buildWorkspace({ mailDomain: 'in.example.com' });
const [conversation, message] = [newId('conversation'), newId('message')];
const id = messageIdOf(signer, workspace, conversation, message);

describe('our own Message-ID', () => {
  it('is the same every time', () => {
    expect(messageIdOf(signer, workspace, conversation, message)).toBe(id);
    expect(id).toMatch(/^<c\.[a-z2-7.]+@in\.example\.com>$/);
  });

  it('gives conversation and message back, whatever its domain has become', () => {
    expect(readMessageId(signer, workspace.id, id)).toEqual({ conversation, message });
    expect(readMessageId(signer, workspace.id, id.replace('@in.', '@mx.'))).toEqual({ conversation, message });
  });

  it("is told from a thread's id", () => {
    const thread = threadIdOf(signer, workspace, conversation);
    expect(readMessageId(signer, workspace.id, thread)).toEqual({ conversation, message: null });
  });

  it('is forged in another workspace, with another message, and with the signature of a thread', () => {
    const parts = id.split(/[.@]/);
    const other = messageIdOf(signer, workspace, conversation, newId('message')).split(/[.@]/);
    const thread = threadIdOf(signer, workspace, conversation).split(/[.@]/);
    expect(readMessageId(signer, buildWorkspace().id, id)).toBe('forged');
    expect(readMessageId(signer, workspace.id, id.replace(parts[2] ?? '', other[2] ?? ''))).toBe('forged');
    expect(readMessageId(signer, workspace.id, id.replace(parts[3] ?? '', thread[2] ?? ''))).toBe('forged');
  });

  it('is none where the form is another', () => {
    for (const other of ['<1@example.net>', '', '<c.x@y>', id.slice(1)]) {
      expect(readMessageId(signer, workspace.id, other)).toBeUndefined();
    }
  });
});
