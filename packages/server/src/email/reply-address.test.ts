import { newId } from '@deskkit/core';
import { buildWorkspace } from '@deskkit/core/testing';
import { describe, expect, it } from 'vitest';
import { readReplyAddress, replyAddressesIn, replyAddressOf } from './reply-address.ts';
import { createSigner } from './signer.ts';

const signer = createSigner(['the first secret of the test']);
const workspace = buildWorkspace({ mailDomain: 'in.example.com' });
const conversation = newId('conversation');
const address = replyAddressOf(signer, workspace, conversation);

describe('reply address', () => {
  it('has at most 64 characters before the @, all of which survive folded case', () => {
    const [local = '', domain] = address.split('@');
    expect(local).toMatch(/^reply\+[a-z2-7-]+$/);
    expect(local.length).toBeLessThanOrEqual(64);
    expect(domain).toBe('in.example.com');
  });

  it('gives the conversation back, in its own workspace only', () => {
    expect(readReplyAddress(signer, workspace.id, address)).toBe(conversation);
    expect(readReplyAddress(signer, workspace.id, address.toUpperCase())).toBe(conversation);
    expect(readReplyAddress(signer, buildWorkspace().id, address)).toBe('forged');
  });

  it('is forged with any character changed', () => {
    const [local = ''] = address.split('@');
    for (let at = 'reply+'.length; at < local.length; at++) {
      if (local[at] === '-') continue;
      const changed = `${address.slice(0, at)}${address[at] === 'a' ? 'b' : 'a'}${address.slice(at + 1)}`;
      expect(readReplyAddress(signer, workspace.id, changed)).toBe('forged');
    }
  });

  it('is none where the form is another', () => {
    for (const other of ['support@example.com', 'reply+@example.com', 'reply+x-y@example.com', `x${address}`, '']) {
      expect(readReplyAddress(signer, workspace.id, other)).toBeUndefined();
    }
  });

  it('stays valid when a new secret is put in front, and not when its own is taken away', () => {
    const both = createSigner(['the second secret of the test', 'the first secret of the test']);
    expect(readReplyAddress(both, workspace.id, address)).toBe(conversation);
    expect(replyAddressOf(both, workspace, conversation)).not.toBe(address);
    const second = createSigner(['the second secret of the test']);
    expect(readReplyAddress(second, workspace.id, address)).toBe('forged');
  });

  it('is found in a header among others', () => {
    const other = replyAddressOf(signer, workspace, newId('conversation'));
    const found = replyAddressesIn(`Ada <ada@example.net>, "Desk" <${address}>,${other.toUpperCase()}`);
    expect(found.map((text) => `${text}in.example.com`)).toEqual([address, other]);
  });

  it('needs a secret that cannot be guessed', () => {
    expect(() => createSigner(['short'])).toThrow('at least 16 characters');
  });
});
