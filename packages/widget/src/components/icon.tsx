const paths = {
  close: 'm4 4 8 8m0-8-8 8',
  back: 'M10 3 5 8l5 5',
  forward: 'm6 3 5 5-5 5',
  send: 'M8 13V3M3.5 7.5 8 3l4.5 4.5',
};

export function Icon({ name }: { readonly name: keyof typeof paths }) {
  return (
    <svg class="icon" data-name={name} viewBox="0 0 16 16" width="18" height="18" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
