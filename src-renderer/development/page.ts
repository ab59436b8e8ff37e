// Which page for those who carry on is shown: by `?gallery` or `?pseudo` in the address.
const shown = location.search === '?gallery' ? import('./gallery') : import('./pseudo');
await shown;
