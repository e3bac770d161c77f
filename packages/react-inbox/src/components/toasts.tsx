'use client';

import { X } from 'lucide-react';
import { useInbox } from '../inbox-provider.tsx';
import { ToastItem } from '../primitives/toast/toast-item.tsx';
import { ToastList } from '../primitives/toast/toast-list.tsx';
import { Icon } from './icon.tsx';
import { Key } from './key.tsx';

/** News about what was done, with its undo. */
export function Toasts() {
  const { toasts, strings } = useInbox();
  return (
    <ToastList className="deskkit-toasts">
      {(toast) => (
        <ToastItem key={toast.id} className="deskkit-toast" toast={toast}>
          <span dir="auto">{toast.text}</span>
          {toast.undo && (
            <button
              type="button"
              className="deskkit-link"
              title={`${strings.undo} (z)`}
              aria-keyshortcuts="z"
              onClick={() => {
                toast.undo?.();
                toasts.dismiss(toast.id);
              }}
            >
              {strings.undo} <Key>z</Key>
            </button>
          )}
          <button
            type="button"
            className="deskkit-icon-button"
            title={strings.dismiss}
            aria-label={strings.dismiss}
            onClick={() => toasts.dismiss(toast.id)}
          >
            <Icon of={X} />
          </button>
        </ToastItem>
      )}
    </ToastList>
  );
}
