/** The script that a page pastes. It finds its desk by its own address. */
interface Commands {
  (...command: unknown[]): unknown;
  /** Commands from before the widget was there. */
  q?: Iterable<unknown>[];
  isLoaded?: boolean;
  /** What a script tag can't say: words, functions. */
  options?: object;
}

const page: { deskkit?: Commands } = window as never;

if (!page.deskkit?.isLoaded) {
  const { q = [], options }: Partial<Commands> = page.deskkit ?? {};
  page.deskkit = Object.assign((...command: unknown[]) => q.push(command), { q, isLoaded: true });
  const { src, dataset } = document.currentScript as HTMLScriptElement;
  // Absolute: a relative address in a script of another origin leads nowhere.
  import(new URL('launcher.js', src).href).then(
    ({ run }) => run({ ...options, ...dataset, url: new URL('..', src).href }, q),
    (error) => console.error('deskkit:', error),
  );
}
