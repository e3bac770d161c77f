import './page.css';
import { createRoot } from 'react-dom/client';
import { Page } from './page.tsx';

const place = document.getElementById('inbox');
if (place) createRoot(place).render(<Page />);
