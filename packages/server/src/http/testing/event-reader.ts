/** One server-sent event as it stood in the stream. */
export interface ReadEvent {
  readonly id: string | undefined;
  readonly event: string | undefined;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into frames of every kind
  readonly data: any;
}

/** Reads a stream of server-sent events one by one; `undefined` at its end. */
export function readStream(response: Response): { next(): Promise<ReadEvent | undefined> } {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  return {
    async next() {
      for (;;) {
        const end = text.indexOf('\n\n');
        if (end >= 0) {
          const block = text.slice(0, end);
          text = text.slice(end + 2);
          const fields = new Map(
            block.split('\n').map((line) => [line.split(': ')[0], line.slice(line.indexOf(': ') + 2)]),
          );
          const data = fields.get('data');
          if (data === undefined) continue;
          return { id: fields.get('id'), event: fields.get('event'), data: JSON.parse(data) };
        }
        const part = await reader?.read();
        if (!part || part.done) return undefined;
        text += part.value;
      }
    },
  };
}
