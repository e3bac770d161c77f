/** What was taken out of a mail's HTML, and how often. */
export interface Dropped {
  readonly what: DroppedKind;
  readonly count: number;
}

export type DroppedKind =
  /** Programs, and attributes that start one. */
  | 'script'
  | 'event-handler'
  | 'style-sheet'
  /** A declaration of a `style` attribute. */
  | 'style'
  | 'background-image'
  /** Pages and programs set into the mail. */
  | 'frame'
  | 'drawing'
  | 'media'
  | 'form'
  /** The address of a link that leads nowhere one may go. */
  | 'link'
  /** An image that is in no form that can be shown. */
  | 'image'
  | 'tracking-pixel'
  /** Any other element; its words stay. */
  | 'element'
  /** An element nested too deeply; its words stay. */
  | 'nesting';

/** Counts what is dropped. */
export interface DropCount {
  add(what: DroppedKind): void;
  /** In the order in which each kind came up first. */
  list(): readonly Dropped[];
}

export function createDropCount(): DropCount {
  const counts = new Map<DroppedKind, number>();
  return {
    add: (what) => void counts.set(what, (counts.get(what) ?? 0) + 1),
    list: () => [...counts].map(([what, count]) => ({ what, count })),
  };
}
