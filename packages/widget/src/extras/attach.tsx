import { attachIcon, closeIcon, Icon } from '../components/icon.tsx';
import { IconButton } from '../components/icon-button.tsx';
import type { PartProps } from '../components/part-props.ts';
import type { Attachment } from '../model/attachment.ts';
import { addFiles } from './add-files.ts';
import { drawPreview } from './draw-preview.ts';
import { takeFiles } from './take-files.ts';

/** The button for files, and the files that go along. Files that are pasted or dropped come here too. */
export function Attach({ model, strings, upload }: PartProps) {
  if (!upload) return null;
  const add = (files: Iterable<File>) => addFiles(model.attachments, files, upload);
  const remove = (gone: Attachment) => {
    model.attachments.value = model.attachments.value.filter(({ file }) => file !== gone.file);
  };
  return (
    <>
      {model.attachments.value.length > 0 && (
        <ul class="files">
          {model.attachments.value.map((attachment) => (
            <li key={attachment.file} class="file">
              {attachment.file.type.startsWith('image/') && (
                <canvas width={36} height={36} ref={(canvas) => drawPreview(canvas, attachment.file)} />
              )}
              <span>
                <bdi>{attachment.file.name}</bdi> {attachment.hasFailed && strings.notAttached}
              </span>
              {!attachment.url && !attachment.hasFailed && (
                <progress value={attachment.share} aria-label={attachment.file.name} />
              )}
              <IconButton
                label={`${strings.remove}: ${attachment.file.name}`}
                path={closeIcon}
                onClick={() => remove(attachment)}
              />
            </li>
          ))}
        </ul>
      )}
      <label class="square clip" ref={(label) => takeFiles(label, add)}>
        <Icon path={attachIcon} />
        <input
          type="file"
          class="unseen"
          multiple
          aria-label={strings.attach}
          onChange={({ currentTarget }) => {
            add([...(currentTarget.files ?? [])]);
            currentTarget.value = '';
          }}
        />
      </label>
    </>
  );
}
