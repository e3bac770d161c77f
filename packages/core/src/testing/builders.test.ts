import { describe, expect, it } from 'vitest';
import { evolve } from '../conversation/evolve.ts';
import { isConversationEvent } from '../log/log-event.ts';
import { isId, newId } from '../shared/id.ts';
import { buildConversation, buildDelivery, buildEvent, buildTeammate, buildWorkspaceEvent } from './builders.ts';

describe('builders', () => {
  it('build a new thing each time, and take what is given', () => {
    const conversation = buildConversation({ channel: 'chat' });
    expect(conversation.id).not.toBe(buildConversation().id);
    expect(isId('conversation', conversation.id)).toBe(true);
    expect(conversation.channel).toBe('chat');
    expect(buildTeammate().handle).not.toBe(buildTeammate().handle);
  });

  it('keep ids that belong together together', () => {
    const message = newId('message');
    expect(buildDelivery({ message }).id.slice(4)).toBe(message.slice(4));
  });

  it('build events that the log and the rules take', () => {
    const conversation = buildConversation();
    const event = buildEvent({ conversation: conversation.id, version: 3, fact: { type: 'conversation-closed' } });
    expect(isConversationEvent(event) && evolve(conversation, event)).toMatchObject({
      state: { status: 'closed' },
      version: 3,
    });
    expect(isConversationEvent(buildWorkspaceEvent())).toBe(false);
  });
});
