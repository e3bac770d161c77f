export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly tone: 'quiet' | 'refused';
  /** Takes back what the toast tells of. */
  readonly undo?: () => void;
}

/** Short news at the edge of the inbox, the newest last, never more than three. */
export interface Toasts {
  list(): readonly Toast[];
  show(toast: Omit<Toast, 'id'>): void;
  dismiss(id: number): void;
  subscribe(listener: () => void): () => void;
}

export function createToasts(): Toasts {
  const listeners = new Set<() => void>();
  let toasts: readonly Toast[] = [];
  let next = 0;
  const update = (changed: readonly Toast[]) => {
    toasts = changed;
    for (const listener of listeners) listener();
  };
  return {
    list: () => toasts,
    show: (toast) => update([...toasts, { ...toast, id: next++ }].slice(-3)),
    dismiss: (id) => update(toasts.filter((toast) => toast.id !== id)),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
