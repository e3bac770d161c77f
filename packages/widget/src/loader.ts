/** The script that a page pastes. It finds its desk by its own address. */
interface Commands {
  (...command: unknown[]): unknown;
  /** Commands from before the widget was there. */
  q?: unknown[][];
  isLoaded?: boolean;
}

const page: { deskkit?: Commands } = window as never;

if (!page.deskkit?.isLoaded) {
  const q = page.deskkit?.q ?? [];
  page.deskkit = Object.assign((...command: unknown[]) => q.push(command), { q, isLoaded: true });
  const { src, dataset } = document.currentScript as HTMLScriptElement;
  // Absolute: a relative address in a script of another origin leads nowhere.
  import(new URL('launcher.js', src).href).then(
    ({ run }) => run({ url: new URL('..', src).href, key: dataset.key }, q),
    (error) => console.error('The chat widget could not be loaded.', error),
  );
}
