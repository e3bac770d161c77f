import { Announcer } from './announcer.tsx';
import { Chat } from './chat.tsx';
import { Home } from './home.tsx';
import type { PartProps } from './part-props.ts';

export function Panel(props: PartProps) {
  const { model, strings } = props;
  const space = model.space.value;

  const close = (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
    model.setOpen(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.isComposing) close(event);
  };

  return (
    <dialog class="panel" aria-label={strings.chat} onKeyDown={onKeyDown} onCancel={close}>
      {model.isOpen.value &&
        (space.name === 'home' ? <Home {...props} /> : <Chat key={space.conversation} {...props} />)}
      <Announcer {...props} />
    </dialog>
  );
}
