/** Takes the files that are pasted or dropped anywhere in the panel that holds `part`. */
export function takeFiles(part: HTMLElement | null, add: (files: readonly File[]) => void): void {
  const panel = part?.closest('dialog');
  if (!panel) return;
  const filesOf = (data: DataTransfer | null) => [...(data?.files ?? [])];
  panel.onpaste = ({ clipboardData }) => add(filesOf(clipboardData));
  panel.ondragover = (event) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    panel.dataset.drop = '';
  };
  panel.ondragleave = () => {
    delete panel.dataset.drop;
  };
  panel.ondrop = (event) => {
    delete panel.dataset.drop;
    const files = filesOf(event.dataTransfer);
    if (files.length === 0) return;
    event.preventDefault();
    add(files);
  };
}
