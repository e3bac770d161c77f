import type { h } from 'preact';
import type { Use } from '../model/create-use.ts';
import type { WidgetModel } from '../model/widget-model.ts';
import type { Words } from '../strings/load-strings.ts';

/** What every part of the panel gets. */
export interface PartProps extends Words {
  readonly model: WidgetModel;
  readonly use: Use;
  /** For components that are loaded later: they bring no Preact of their own. */
  readonly h: typeof h;
}
