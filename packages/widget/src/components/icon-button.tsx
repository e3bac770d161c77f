import { Icon } from './icon.tsx';

interface IconButtonProps {
  readonly label: string;
  readonly path: string;
  readonly onClick: () => void;
}

export function IconButton({ label, path, onClick }: IconButtonProps) {
  return (
    <button type="button" class="square" aria-label={label} onClick={onClick}>
      <Icon path={path} />
    </button>
  );
}
