'use client';

import { type ComponentProps, type KeyboardEvent, type Ref, useImperativeHandle, useRef, useState } from 'react';
import { type MentionChoice, useMentionList } from '../../hooks/use-mention-list.ts';
import { useInbox } from '../../inbox-provider.tsx';
import { ComposerMentions } from './composer-mentions.tsx';
import { useCurrentComposer } from './composer-root.tsx';

export interface ComposerInputProps extends Omit<ComponentProps<'textarea'>, 'ref'> {
  readonly ref?: Ref<HTMLTextAreaElement>;
  readonly listClassName?: string;
}

/** The text field. In notes, `@` offers teammates and teams: arrows move, Enter and Tab choose, Escape closes. */
export function ComposerInput({ ref, listClassName, ...rest }: ComposerInputProps) {
  const { strings } = useInbox();
  const { id, kind, draft, change } = useCurrentComposer();
  const input = useRef<HTMLTextAreaElement>(null);
  useImperativeHandle(ref, () => input.current as HTMLTextAreaElement);
  const [cursor, setCursor] = useState<number | null>(null);
  const [closedAt, setClosedAt] = useState<number>();
  const [active, setActive] = useState(0);
  const found = useMentionList(draft.text, kind === 'note' ? cursor : null);
  const list = found && found.from !== closedAt ? found : undefined;
  const listId = `${id}-mentions`;
  const activeIndex = list ? Math.min(active, list.choices.length - 1) : -1;

  function choose(choice: MentionChoice): void {
    const field = input.current;
    if (!list || !field) return;
    const before = `${draft.text.slice(0, list.from)}@${choice.handle} `;
    const after = draft.text.slice(cursor ?? draft.text.length).replace(/^ /, '');
    change((now) => ({ ...now, text: before + after }));
    field.value = before + after;
    field.focus();
    field.setSelectionRange(before.length, before.length);
    setCursor(before.length);
    setActive(0);
  }

  function press(event: KeyboardEvent): void {
    // Enter that ends a composition (kana, pinyin) chooses nobody.
    if (!list || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
    const { length } = list.choices;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const choice = list.choices[activeIndex];
    if (step !== undefined) setActive((activeIndex + step + length) % length);
    else if ((event.key === 'Enter' || event.key === 'Tab') && choice) choose(choice);
    else if (event.key === 'Escape') setClosedAt(list.from);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  // A field of several lines may not be called a combobox (ARIA in HTML), but it may work as one.
  const offering = list && {
    'aria-controls': listId,
    'aria-activedescendant': `${listId}-${activeIndex}`,
  };
  const label = kind === 'note' ? strings.writeNote : strings.reply;
  return (
    <div role="tabpanel" id={`${id}-panel`} aria-label={label}>
      {list && (
        <ComposerMentions
          className={listClassName}
          id={listId}
          choices={list.choices}
          active={activeIndex}
          onChoose={choose}
        />
      )}
      <textarea
        rows={2}
        dir="auto"
        aria-label={label}
        aria-haspopup={kind === 'note' ? 'listbox' : undefined}
        aria-autocomplete={kind === 'note' ? 'list' : undefined}
        aria-describedby={`${id}-hint`}
        placeholder={kind === 'note' ? strings.notePlaceholder : strings.replyPlaceholder}
        {...rest}
        {...offering}
        ref={input}
        value={draft.text}
        onChange={({ target }) => {
          change((now) => ({ ...now, text: target.value }));
          setCursor(target.selectionStart);
          setClosedAt(undefined);
          setActive(0);
        }}
        onSelect={({ currentTarget }) => setCursor(currentTarget.selectionStart)}
        onBlur={() => setCursor(null)}
        onKeyDown={press}
      />
    </div>
  );
}
