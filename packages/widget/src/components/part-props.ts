import type { Upload } from '../model/attachment.ts';
import type { Extras } from '../model/create-extras.ts';
import type { WidgetModel } from '../model/widget-model.ts';
import type { Words } from '../strings/load-strings.ts';

/** What every part of the panel gets. */
export interface PartProps extends Words {
  readonly model: WidgetModel;
  readonly extras: Extras;
  /** Given where visitors may send files. */
  readonly upload: Upload | undefined;
}
