import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/** Makes a text field as high as its text; the style says where that ends. */
export function useGrowing(ref: RefObject<HTMLTextAreaElement | null>, text: string): void {
  useLayoutEffect(() => {
    const field = ref.current;
    if (!field) return;
    field.style.blockSize = 'auto';
    field.style.blockSize = `${field.scrollHeight}px`;
  }, [ref, text]);
}
