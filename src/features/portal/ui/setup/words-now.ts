/** The words of a help centre in one language, as they stand in its form. */
export type PortalWordsNow = Readonly<{ title: string; welcome: string; footer: string; links: string }>;
