import type { LucideIcon } from 'lucide-react';

export interface IconProps {
  readonly of: LucideIcon;
}

/** An icon of the one set: 16 px, drawn in the colour of the text, never read out. */
export function Icon({ of: Drawing }: IconProps) {
  return <Drawing size={16} strokeWidth={1.5} aria-hidden="true" />;
}
