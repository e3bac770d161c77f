import type { WidgetModel } from '../model/widget-model.ts';
import type { Strings } from '../strings/strings.ts';

/** What every part of the panel gets. */
export interface PartProps {
  readonly model: WidgetModel;
  readonly strings: Strings;
}
