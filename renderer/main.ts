import './fonts/serif.css';
import './fonts/families.css';
import './app/palettes.css';
import './app/theme.css';
import './app/papers.css';
import './app/radios.css';
import './page/page.css';
import './page/page-vertical.css';
import './app/forced-colours.css';
import './page/last-sight.css';
import { loadHeldBack, sightDrawn } from './page/last-sight';

// The sheets of the page, and what takes up the composition root once what was shown last can be read: to run the script of
// the page takes longer than to draw that.
void sightDrawn().then(() => {
  loadHeldBack();
  return import('./application');
});
