import { useDialog } from '../dom/use-dialog.ts';
import { Announcer } from './announcer.tsx';
import { Chat } from './chat.tsx';
import { Home } from './home.tsx';
import type { PartProps } from './part-props.ts';

export function Panel({ model, strings }: PartProps) {
  const isOpen = model.isOpen.value;
  const space = model.space.value;
  const ref = useDialog(isOpen, space.name === 'chat' ? space.conversation : space.name);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    model.setOpen(false);
  };
  const close = (event: Event) => {
    event.preventDefault();
    model.setOpen(false);
  };

  return (
    <dialog ref={ref} class="panel" aria-label={strings.chat} onKeyDown={onKeyDown} onCancel={close}>
      {isOpen && space.name === 'home' && <Home model={model} strings={strings} />}
      {isOpen && space.name === 'chat' && <Chat key={space.conversation} model={model} strings={strings} />}
      <Announcer model={model} strings={strings} />
    </dialog>
  );
}
