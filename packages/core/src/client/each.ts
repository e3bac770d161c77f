import type { CallOptions } from './calls.ts';

interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor?: string | undefined;
}

/** Every item of a list, page after page: `for await (const row of each(client.listConversations, {folder}))`. */
export async function* each<Input extends object, Item>(
  list: (input: Input, options?: CallOptions) => Promise<Page<Item>>,
  input: Input,
  options?: CallOptions,
): AsyncGenerator<Item> {
  let cursor: string | undefined;
  do {
    const page = await list(cursor === undefined ? input : { ...input, cursor }, options);
    yield* page.items;
    cursor = page.nextCursor;
  } while (cursor !== undefined);
}
