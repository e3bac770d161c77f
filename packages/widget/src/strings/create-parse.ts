import type { Block, Body } from '@deskkit/core';
import { signal } from '@preact/signals-core';
import type { LoadPart } from '../parts.ts';

/** What somebody wrote, as blocks; nothing while what takes them apart is loading. */
export type Parse = (body: Body) => readonly Block[] | undefined;

const plain = ({ text }: Body): readonly Block[] => [{ kind: 'text', children: [text] }];

/** Plain words are shown as they are. What may be more is taken apart by what is loaded for it. */
export function createParse(load: LoadPart): Parse {
  const loaded = signal<Parse | undefined>(undefined);
  let isAsked = false;

  return (body) => {
    if (loaded.value) return loaded.value(body);
    if (!/[*_`[\\]|https?:/i.test(body.text)) return plain(body);
    if (!isAsked)
      load('markdown').then(
        ({ parseBody }) => {
          loaded.value = parseBody;
        },
        () => {
          loaded.value = plain;
        },
      );
    isAsked = true;
    return undefined;
  };
}
