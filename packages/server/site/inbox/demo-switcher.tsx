import type { Person } from './demo.ts';

export interface DemoSwitcherProps {
  readonly people: readonly Person[];
  readonly current: string;
  readonly onChange: (id: string) => void;
}

/** Lets a visitor of the demo be any of its team. */
export function DemoSwitcher({ people, current, onChange }: DemoSwitcherProps) {
  return (
    <label className="page-switcher">
      <span>
        Demo: you are <span className="page-badge">no sign-in</span>
      </span>
      <select value={current} onChange={({ target }) => onChange(target.value)}>
        {people.map(({ id, name, role }) => (
          <option key={id} value={id}>
            {name}, {role}
          </option>
        ))}
      </select>
    </label>
  );
}
