import type { PartProps } from './part-props.ts';

export function OfflineBanner({ model, strings }: PartProps) {
  return <div role="status">{model.isOffline.value && <p class="banner">{strings.offline}</p>}</div>;
}
