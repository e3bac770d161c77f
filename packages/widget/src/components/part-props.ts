import type { Upload } from '../model/attachment.ts';
import type { Use } from '../model/create-use.ts';
import type { WidgetModel } from '../model/widget-model.ts';
import type { Words } from '../strings/load-strings.ts';

/** What every part of the panel gets. */
export interface PartProps extends Words {
  readonly model: WidgetModel;
  readonly use: Use;
  /** Given where visitors may send files. */
  readonly upload: Upload | undefined;
}
