import { isStopWord } from '@/domain/search/stop-words';

const WORDS = [
  // English
  'about am any anyone anything back been being but cannot cant could did didn does doesn doing don dont else even ever find',
  'get getting give go goes going got had has hello help hi him her here how if into just know let like ll long make many may',
  'me might much must need needs now off one only other out over please possible re s see shall she should so some still t',
  'take tell than thank thanks their them then there they these thing things those too trying try up us use used ve very want',
  'was way were whether work would yet',
  // Hungarian
  'akarok akarom ahhoz amikor annak az azert be bele el ehhez ennek es fel hat hogy hogyan is itt ide jo kell kellene kene',
  'kerek kerem kerjuk koszonom le legyen lehet lehetseges lenne lesz mar mas mennyi mennyibe mikor milyen mit miert mindig most nagyon',
  'nekem olyan ott rol segitseg szabad szeretnek szeretnem szia tovabb tudok tudom tudni udv valami van vannak vissza volna',
  // Latvian
  'ari bija bus cik dari darit es gribu gribetu ieprieks ja jau jums ka kads kada kadu kam kapec kas kadam kurs kura kuru labdien',
  'lai ludzu man manam manis manu mans mana nevaru nevar paldies palidziet pec tad tas tam tomer tur vai vajag varat varu var',
  'velos veletos viss',
];

const ASKING: ReadonlySet<string> = new Set(WORDS.flatMap((line) => line.split(' ')));

/** True for a word by which people ask, and which says nothing of what they ask for; takes it in plain letters. */
export const isAskingWord = (plainWord: string): boolean => isStopWord(plainWord) || ASKING.has(plainWord);
