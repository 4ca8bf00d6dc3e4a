/** What makes the portal's pages more comfortable where scripts run. Each of them works without. */
import { tellAsked } from './asked';
import { helpForms } from './forms';
import { stayFresh } from './live';
import { keepSearch, letFramesGrow } from './page';
import { suggestWhileTyping } from './suggest';

helpForms(document);
keepSearch(document);
letFramesGrow();
suggestWhileTyping(document);
stayFresh(document);
tellAsked(document);
