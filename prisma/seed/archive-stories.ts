import { ARCHIVE, ARCHIVE_NAMES } from './archive';
import type { Language, Line, Person, Story } from './story';

const AGENT_OF: Readonly<Record<Language, Line['by']>> = { en: 'emma', hu: 'zsofia', lv: 'janis' };
const ZONE_OF: Readonly<Record<Language, string>> = {
  en: 'Europe/London',
  hu: 'Europe/Budapest',
  lv: 'Europe/Riga',
};

/** The solved tickets of the last weeks, with the people who asked. */
export function archiveStories(): { stories: Story[]; people: Person[] } {
  const languages: readonly Language[] = ['en', 'hu', 'lv'];
  const made = languages.flatMap((language, l) =>
    ARCHIVE[language].map(([subject, question, answer], i) => {
      const name = ARCHIVE_NAMES[language][i] ?? subject;
      const key = `${language}-${i}`;
      const email = `customer-${key}@customer.example`;
      const person: Person = { key, name, email, locale: language, timeZone: ZONE_OF[language] };
      return {
        person,
        story: storyOf({ key, language, subject, question, answer, hoursAgo: 60 + i * 41 + l * 13 }),
      };
    }),
  );
  return { stories: made.map(({ story }) => story), people: made.map(({ person }) => person) };
}

type Matter = Readonly<{
  key: string;
  language: Language;
  subject: string;
  question: string;
  answer: string;
  hoursAgo: number;
}>;

function storyOf({ key, language, subject, question, answer, hoursAgo }: Matter): Story {
  const agent = AGENT_OF[language];
  return {
    subject,
    customer: key,
    hoursAgo,
    team: 'Orders',
    assignee: agent,
    status: 'solved',
    lines: [
      { by: 'customer', after: 0, text: question },
      { by: agent, after: 20 + (hoursAgo % 70), text: answer },
    ],
  };
}
