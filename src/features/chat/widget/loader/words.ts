import type { ChatLanguage } from '@/domain/chat/protocol';
import en from '@/i18n/messages/en/launcher.json' with { type: 'json' };
import hu from '@/i18n/messages/hu/launcher.json' with { type: 'json' };
import lv from '@/i18n/messages/lv/launcher.json' with { type: 'json' };

/** The few words on the host page itself; those of the frame come with it. */
export const LAUNCHER_WORDS: Readonly<Record<ChatLanguage, typeof en>> = { en, hu, lv };
