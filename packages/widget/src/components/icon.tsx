export const closeIcon = 'm4 4 8 8m0-8-8 8';
export const backIcon = 'M10 3 5 8l5 5';
export const forwardIcon = 'm6 3 5 5-5 5';
export const sendIcon = 'M8 13V3M3.5 7.5 8 3l4.5 4.5';
export const attachIcon =
  'M13 7.5 8 12.6a3.2 3.2 0 0 1-4.6-4.5l5.4-5.4a2.1 2.1 0 0 1 3 3L6.6 11a1 1 0 0 1-1.5-1.5l4.6-4.6';

/** Turned round where one reads from right to left. */
export function Icon({ path }: { readonly path: string }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" width="18" height="18" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}
