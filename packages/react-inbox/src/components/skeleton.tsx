'use client';

import { useDelayed } from '../hooks/use-delayed.ts';
import { useInbox } from '../inbox-provider.tsx';

export interface SkeletonProps {
  readonly of: 'row' | 'message';
}

const places = ['1', '2', '3', '4', '5', '6'];

/** What is loading, in its final geometry; after 200 ms only. */
export function Skeleton({ of }: SkeletonProps) {
  const { strings } = useInbox();
  if (!useDelayed(true)) return null;
  return (
    <div className="deskkit-skeleton" data-of={of} role="status">
      <span data-visually-hidden>{strings.loading}</span>
      {places.slice(0, of === 'row' ? 6 : 3).map((place) => (
        <div key={place} aria-hidden="true">
          <i />
          <span>
            <b />
            <b />
            <b />
          </span>
        </div>
      ))}
    </div>
  );
}
