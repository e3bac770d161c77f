'use client';

import { CornerDownLeft, Paperclip, X } from 'lucide-react';
import { type Ref, useImperativeHandle, useRef } from 'react';
import { flushSync } from 'react-dom';
import { useInbox } from '../inbox-provider.tsx';
import { ComposerAttach } from '../primitives/composer/composer-attach.tsx';
import { ComposerAttachment } from '../primitives/composer/composer-attachment.tsx';
import { ComposerHint } from '../primitives/composer/composer-hint.tsx';
import { ComposerInput } from '../primitives/composer/composer-input.tsx';
import { ComposerKind } from '../primitives/composer/composer-kind.tsx';
import { ComposerNotice } from '../primitives/composer/composer-notice.tsx';
import { ComposerRoot, useCurrentComposer } from '../primitives/composer/composer-root.tsx';
import { ComposerSend } from '../primitives/composer/composer-send.tsx';
import { StatusTabs } from '../primitives/tab/status-tabs.tsx';
import type { DraftKind } from '../store/drafts.ts';
import { Icon } from './icon.tsx';
import { Key } from './key.tsx';

export interface ComposerHandle {
  /** Begins a reply or a note: chooses the tab and puts the cursor into the text. */
  write(kind: DraftKind): void;
}

/** Where replies and notes are written. */
export function Composer({ ref }: { readonly ref?: Ref<ComposerHandle> }) {
  return (
    <ComposerRoot className="deskkit-composer">
      <ComposerContent ref={ref} />
    </ComposerRoot>
  );
}

function ComposerContent({ ref }: { readonly ref?: Ref<ComposerHandle> | undefined }) {
  const { strings } = useInbox();
  const { draft, setKind } = useCurrentComposer();
  const input = useRef<HTMLTextAreaElement>(null);
  useImperativeHandle(ref, () => ({
    write(kind) {
      flushSync(() => setKind(kind));
      input.current?.focus();
    },
  }));
  return (
    <>
      <div className="deskkit-composer-head">
        <StatusTabs aria-label={strings.answerAs}>
          <ComposerKind kind="reply">
            {strings.reply} <Key>r</Key>
          </ComposerKind>
          <ComposerKind kind="note">
            {strings.writeNote} <Key>n</Key>
          </ComposerKind>
        </StatusTabs>
        <ComposerHint className="deskkit-hint" />
      </div>
      <ComposerNotice className="deskkit-composer-notice" />
      <ComposerInput ref={input} listClassName="deskkit-mentions" />
      {draft.attachments.length > 0 && (
        <div className="deskkit-attachments">
          {draft.attachments.map((one) => (
            <ComposerAttachment key={one.id} className="deskkit-attachment" attachment={one}>
              <Icon of={X} />
            </ComposerAttachment>
          ))}
        </div>
      )}
      <div className="deskkit-composer-bar">
        <ComposerAttach className="deskkit-icon-button">
          <Icon of={Paperclip} />
        </ComposerAttach>
        <ComposerSend className="deskkit-button" data-primary>
          <Key>
            Ctrl <Icon of={CornerDownLeft} />
          </Key>
        </ComposerSend>
      </div>
    </>
  );
}
