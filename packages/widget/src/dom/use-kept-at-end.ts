import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

/** As near to the end as this counts as reading the newest. */
const near = 80;

export interface Ends {
  /** Changes when something is added at the beginning. */
  readonly first: string | undefined;
  /** Changes when something is added at the end. */
  readonly last: string | undefined;
  /** The newest is the reader's own: wherever they are, they see it. */
  readonly isOwn: boolean;
}

/** Keeps a list of messages at its end while the reader is there, and in its place while older ones come in above. */
export function useKeptAtEnd({ first, last, isOwn }: Ends) {
  const ref = useRef<HTMLElement>(null);
  const before = useRef({ first, last: '' as string | undefined, height: 0, isAtEnd: true });

  useLayoutEffect(() => {
    const box = ref.current;
    if (!box) return;
    const { isAtEnd, height } = before.current;
    const isNew = before.current.last !== last;
    if (isAtEnd || (isNew && isOwn)) box.scrollTop = box.scrollHeight;
    else if (before.current.first !== first) box.scrollTop += box.scrollHeight - height;
    before.current = { first, last, height: box.scrollHeight, isAtEnd: isAtEndOf(box) };
  });

  // The field below grows, a keyboard slides in: the end stays in sight.
  useEffect(() => {
    const box = ref.current;
    if (!box) return;
    const watch = new ResizeObserver(() => {
      if (before.current.isAtEnd) box.scrollTop = box.scrollHeight;
    });
    watch.observe(box);
    return () => watch.disconnect();
  }, []);

  const onScroll = () => {
    if (ref.current) before.current.isAtEnd = isAtEndOf(ref.current);
  };
  return { ref, onScroll };
}

function isAtEndOf({ scrollTop, scrollHeight, clientHeight }: HTMLElement): boolean {
  return scrollHeight - scrollTop - clientHeight < near;
}
