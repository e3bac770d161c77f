import type { MessageId } from '@deskkit/core';
import type { ConversationView } from '@deskkit/core/client';
import { useEffect, useRef, useState } from 'react';
import { useInbox } from '../inbox-provider.tsx';
import { type Draft, type DraftKind, emptyDraft } from '../store/drafts.ts';
import { describeRefusal } from '../words/describe-refusal.ts';
import { useDraft } from './use-draft.ts';
import { useEventWords } from './use-words.ts';

export interface Composer {
  readonly conversation: ConversationView;
  readonly kind: DraftKind;
  readonly setKind: (kind: DraftKind) => void;
  readonly draft: Draft;
  readonly change: (change: (draft: Draft) => Draft) => void;
  /** Why the last message was not sent. */
  readonly notice: string | undefined;
  /** Sends what is written. What the desk refuses comes back into the draft. */
  readonly send: () => void;
}

/** What a teammate writes into a conversation. */
export function useComposer(conversation: ConversationView): Composer {
  const { actions, newId, toasts, strings } = useInbox();
  const wordsFor = useEventWords();
  const [kind, setKind] = useState<DraftKind>('reply');
  const [draft, change] = useDraft(conversation.id, kind);
  const [notice, setNotice] = useState<string>();
  const attempt = useRef<{ readonly id: MessageId; readonly what: string }>(null);
  const isThere = useRef(false);
  useEffect(() => {
    isThere.current = true;
    return () => {
      isThere.current = false;
    };
  }, []);

  function refuse(error: unknown): void {
    const text = `${strings.kept} ${describeRefusal(error, wordsFor(conversation))}`;
    if (isThere.current) setNotice(text);
    else toasts.show({ tone: 'refused', text });
  }

  async function send(): Promise<void> {
    if (isEmpty(draft)) return;
    const what = JSON.stringify([kind, draft]);
    // Whether the last attempt arrived is not always known: the same words under the same id are one message.
    const id = attempt.current?.what === what ? attempt.current.id : newId('message');
    attempt.current = { id, what };
    setNotice(undefined);
    change(() => emptyDraft);
    try {
      await actions.write(conversation, { id, kind, text: draft.text.trim(), attachments: draft.attachments });
      attempt.current = null;
    } catch (error) {
      change((since) => (isEmpty(since) ? draft : join(draft, since)));
      refuse(error);
    }
  }
  return {
    conversation,
    kind,
    setKind,
    draft,
    change: (next) => {
      setNotice(undefined);
      change(next);
    },
    notice,
    send: () => void send(),
  };
}

export function isEmpty({ text, attachments }: Draft): boolean {
  return text.trim() === '' && attachments.length === 0;
}

function join(one: Draft, other: Draft): Draft {
  return { text: `${one.text}\n\n${other.text}`, attachments: [...one.attachments, ...other.attachments] };
}
