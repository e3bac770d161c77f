import type { Signal } from '@preact/signals-core';
import type { Attachment, Upload } from '../model/attachment.ts';

/** Begins to store `files`, and says in `attachments` how far each has come. What is taken out meanwhile is stopped. */
export function addFiles(attachments: Signal<readonly Attachment[]>, files: Iterable<File>, upload: Upload): void {
  for (const file of files) {
    const stopping = new AbortController();
    const change = (news: Partial<Attachment>) => {
      if (!attachments.peek().some((one) => one.file === file)) return stopping.abort();
      attachments.value = attachments.peek().map((one) => (one.file === file ? { ...one, ...news } : one));
    };
    attachments.value = [...attachments.peek(), { file, share: 0 }];
    const { signal } = stopping;
    const unwatch = attachments.subscribe((all) => {
      if (!all.some((one) => one.file === file)) stopping.abort();
    });
    Promise.resolve()
      .then(() => upload(file, { signal, onProgress: (share) => change({ share }) }))
      .then(
        (url) => change({ url, share: 1 }),
        () => change({ hasFailed: true }),
      )
      .finally(unwatch);
  }
}
