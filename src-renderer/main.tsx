import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './ui/fonts';
import './ui/tokens.css';
import './ui/base.css';
import './ui/document.css';
import './ui/photos.css';
import './ui/marks.css';
import './ui/print.css';
import { App } from './app/App';
import { openAsked } from './state/windows';

openAsked();
const root = document.querySelector('#root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
