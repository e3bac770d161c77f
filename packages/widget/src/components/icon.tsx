export const closeIcon = 'm4 4 8 8m0-8-8 8';
export const backIcon = 'M10 3 5 8l5 5';
export const forwardIcon = 'm6 3 5 5-5 5';
export const sendIcon = 'M8 13V3M3.5 7.5 8 3l4.5 4.5';
export const attachIcon =
  'm14.3 7.4-6.1 6.1a4 4 0 0 1-5.7-5.6l5.7-5.7A2.7 2.7 0 1 1 12 5.9l-5.7 5.7a1.3 1.3 0 0 1-1.9-1.9l5.7-5.6';

/** Turned round where one reads from right to left. */
export function Icon({ path }: { readonly path: string }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" width="18" height="18" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}
