import type { ReactNode } from 'react';

/** A key beside what it does; `aria-keyshortcuts` says it to screen readers. */
export function Key({ children }: { readonly children: ReactNode }) {
  return (
    <span className="deskkit-key" aria-hidden="true">
      {children}
    </span>
  );
}
