import type { Upload } from './model/attachment.ts';
import type { Strings } from './strings/strings.ts';

/** How the widget is set up. A script tag gives what is text as `data-…`. */
export interface WidgetOptions {
  /** Where the desk is: its API is at `/v1` below it. */
  readonly url: string;
  /** The workspace's widget key. */
  readonly key: string;
  /** A JWT that the host signed for its user. */
  readonly identity?: string | undefined;
  /** The language, as in `de` or `pt-BR`. Without it, the page's own, else the browser's. */
  readonly locale?: string;
  /** The host's own words, in place of the widget's. */
  readonly strings?: Partial<Strings>;
  /** The primary colour, as CSS writes it. Text on it becomes black or white, whichever reads better. */
  readonly accent?: string;
  /** In which lower corner, seen in the direction of reading. `end` unless said otherwise. */
  readonly position?: 'start' | 'end';
  /** The distance from the page's edges, in pixels. 20 unless said otherwise. */
  readonly gap?: number | string;
  /** `auto`, unless said otherwise: as the visitor's system has it. */
  readonly scheme?: 'light' | 'dark' | 'auto';
  /** `ask` stores nothing in the browser until the visitor says yes. */
  readonly consent?: 'ask';
  /** Whether visitors whom the host does not identify are asked who they are. `never`, unless said otherwise. */
  readonly details?: 'before' | 'after' | 'never';
  /** `off` never sounds. */
  readonly sound?: 'off';
  /** Stores the visitor's files where the host likes. Without it there is no button for files. */
  readonly upload?: Upload;
}
