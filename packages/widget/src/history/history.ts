export { historyStyle as style } from '../style/history-style.ts';
export { Day } from './day.tsx';
export { Earlier } from './earlier.tsx';
export { Rows } from './rows.tsx';
