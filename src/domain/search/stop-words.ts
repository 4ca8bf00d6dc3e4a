const WORDS = [
  // English
  'a an and are as at be by can do for from has have how i in is it its me my no not of on or our so that the this to was',
  'we what when where which who why will with you your',
  // Hungarian
  'a az egy es is nem ne hogy de ha mert mint vagy van volt meg mar csak ez azt ezt mi ki hol mikor miert hogyan en te o mi',
  // Latvian
  'un ir ar uz no par kas ka lai vai bet pie pec ne es tu vins vina mes jus to sis ta kur kad kapec ja jau tikai',
];

const STOP_WORDS: ReadonlySet<string> = new Set(WORDS.flatMap((line) => line.split(' ')));

/** True for a little word that stands in almost every text of our languages; takes it in plain letters. */
export const isStopWord = (plainWord: string): boolean => STOP_WORDS.has(plainWord);
