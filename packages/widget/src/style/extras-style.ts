/** The look of what is loaded only when it is needed. */
export const extrasStyle = `
h3, ul, pre { margin: 0; padding: 0; list-style: none; }
h3 { font-size: 13px; font-weight: 600; color: var(--text-2); }
.link { font-weight: 600; text-decoration: underline; text-underline-offset: 2px; }
.day { margin: 8px 0 12px; text-align: center; }
.rows { padding: 12px 6px 6px; }
.rows h3 { padding: 0 10px 6px; }
.row { display: grid; grid-template-columns: 36px 1fr auto; align-items: center; gap: 0 12px; inline-size: 100%; padding: 9px 10px; border-radius: 10px; }
.row:hover { background: var(--hover); }
.row .face { grid-row: 1 / 3; }
.row b { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.row time, .preview, .earlier { color: var(--text-2); font-size: 13px; }
.row[data-unread=false] b { font-weight: 500; }
.row[data-unread=true] .preview { color: var(--text); font-weight: 600; }
.row .badge { justify-self: end; }
.earlier { align-self: center; padding: 12px; }
.skeleton { display: grid; gap: 10px; animation: appear 160ms 200ms backwards; }
.skeleton i { block-size: 40px; inline-size: 62%; border-radius: 17px; background: var(--hover); }
.skeleton i:nth-child(2) { justify-self: end; }
.bubble > * + * { margin-block-start: 8px; }
.bubble a { color: inherit; text-underline-offset: 2px; }
.bubble :is(code, pre) { font: .9em ui-monospace, Menlo, Consolas, monospace; padding: 1px 4px; border-radius: 5px; background: rgb(128 128 128 / .16); }
.bubble pre { max-inline-size: 100%; overflow-x: auto; padding: 8px 10px; }
.bubble pre code { all: unset; }
.again { margin-inline-start: 6px; }
.sound { padding: 12px 10px; font-weight: 400; color: var(--text-2); font-size: 13px; }
.question { display: grid; gap: 10px; margin: 4px 12px; padding: 12px 14px; }
.question div { display: flex; gap: 8px; }
.question input { flex: 1; min-inline-size: 0; padding: 10px 12px; border: 1px solid var(--text-2); border-radius: 10px; background: none; color: inherit; font: inherit; }
.pill { min-block-size: 44px; padding: 0 16px; border-radius: 10px; background: var(--hover); font-weight: 600; }
.pill[type=submit] { background: var(--accent); color: var(--on-accent); }
form.composer { flex-wrap: wrap; }
.files { order: -1; flex: 1 0 100%; overflow: hidden; display: flex; flex-wrap: wrap; gap: 6px; padding: 5px; }
.file { display: flex; align-items: center; gap: 8px; max-inline-size: 100%; padding-inline-start: 10px; border-radius: 10px; background: var(--hover); font-size: 13px; }
.file > span { min-inline-size: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.file canvas { border-radius: 5px; }
progress { inline-size: 48px; accent-color: var(--mark); }
[data-drop] .composer { border-style: dashed; border-color: var(--mark); }
`;
