/** The look of what stands there for who wrote before. */
export const historyStyle = `
.rows { padding: 12px 6px 6px; }
.rows h3 { padding: 0 10px 6px; font-weight: 600; }
.row { display: grid; grid-template-columns: 36px 1fr auto; align-items: center; gap: 0 12px; inline-size: 100%; padding: 9px 10px; border-radius: 10px; }
.row:hover { background: var(--hover); }
.row .face { grid-row: 1 / 3; }
.row b, .preview { min-inline-size: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.row time, .preview, .earlier { color: var(--text-2); font-size: 13px; }
.row[data-unread=false] b { font-weight: 500; }
.row[data-unread=true] .preview { color: var(--text); font-weight: 600; }
.row .badge { justify-self: end; }
.earlier { align-self: center; padding: 12px; }
.skeleton { display: grid; gap: 10px; animation: fade 160ms 200ms ease-out backwards; }
.skeleton i { block-size: 40px; inline-size: 62%; border-radius: 17px; background: var(--hover); }
.skeleton i:nth-child(2) { justify-self: end; }
`;
