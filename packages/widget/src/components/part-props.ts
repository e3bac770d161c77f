import type { WidgetModel } from '../model/widget-model.ts';
import type { Parse } from '../strings/create-parse.ts';
import type { Words } from '../strings/load-strings.ts';

/** What every part of the panel gets. */
export interface PartProps extends Words {
  readonly model: WidgetModel;
  readonly parse: Parse;
}
