import type { ChatLanguage } from '@/domain/chat/protocol';
import en from '@/i18n/messages/en/launcher.json';
import hu from '@/i18n/messages/hu/launcher.json';
import lv from '@/i18n/messages/lv/launcher.json';

/** The few words on the host page itself; those of the frame come with it. */
export const LAUNCHER_WORDS: Readonly<Record<ChatLanguage, typeof en>> = { en, hu, lv };
