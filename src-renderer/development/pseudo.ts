import { pseudoCatalogue } from '../ui/i18n/pseudo';
import { speakInstead } from '../ui/i18n/translate';

// The window in a language nobody speaks, in place of English: what is clipped by longer words is seen.
speakInstead('en', pseudoCatalogue());
await import('../main');
