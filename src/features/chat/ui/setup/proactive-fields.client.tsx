'use client';

import { Plus, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { v7 as newId } from 'uuid';
import { CHAT_LANGUAGES } from '@/domain/chat/protocol';
import { Button } from '@/ui/button';
import { Checkbox } from '@/ui/checkbox';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Textarea } from '@/ui/textarea';
import { linesOf, newRule, type RuleDraft, textOf } from './draft';
import { WordsFields } from './words-fields.client';

type Props = Readonly<{
  rules: readonly RuleDraft[];
  wrong: (field: string) => boolean;
  onRules: (rules: RuleDraft[]) => void;
}>;

/** Messages with which we begin, and when. */
export function ProactiveFields({ rules, wrong, onRules }: Props) {
  const t = useTranslations('chatSetup.form');
  const change = (at: number, part: Partial<RuleDraft>) =>
    onRules(rules.map((rule, index) => (index === at ? { ...rule, ...part } : rule)));
  return (
    <div className="flex flex-col gap-4">
      <ul className="flex flex-col gap-4">
        {rules.map((rule, index) => (
          <li key={rule.id} className="flex flex-col gap-3 rounded-md border border-line p-3">
            <Rule
              rule={rule}
              wrong={(name) => wrong(`settings.proactive.${index}.${name}`)}
              onRule={(part) => change(index, part)}
              onRemove={() => onRules(rules.filter((_, each) => each !== index))}
            />
          </li>
        ))}
      </ul>
      <Button className="self-start" onClick={() => onRules([...rules, newRule(newId())])}>
        <Plus aria-hidden />
        {t('addRule')}
      </Button>
    </div>
  );
}

type RuleProps = Readonly<{
  rule: RuleDraft;
  wrong: (name: string) => boolean;
  onRule: (part: Partial<RuleDraft>) => void;
  onRemove: () => void;
}>;

function Rule({ rule, wrong, onRule, onRemove }: RuleProps) {
  const t = useTranslations('chatSetup.form');
  const { text, pages, languages, onlyWhenOpen } = rule;
  const toggle = (language: RuleDraft['languages'][number], on: boolean) =>
    onRule({
      languages: CHAT_LANGUAGES.filter((each) => (each === language ? on : languages.includes(each))),
    });
  return (
    <>
      <WordsFields
        legend={t('rule')}
        words={text}
        wrong={wrong('text')}
        onWords={(words) => onRule({ text: words })}
      />
      <Field label={t('pages')} hint={t('pagesHint')}>
        <Textarea
          rows={2}
          spellCheck={false}
          value={textOf(pages)}
          onChange={({ target }) => onRule({ pages: linesOf(target.value) })}
        />
      </Field>
      <Numbers rule={rule} onRule={onRule} />
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
        {CHAT_LANGUAGES.map((language) => (
          <Checkbox
            key={language}
            label={t(`language.${language}`)}
            checked={languages.includes(language)}
            onChange={({ target }) => toggle(language, target.checked)}
          />
        ))}
        <Checkbox
          label={t('onlyOpen')}
          checked={onlyWhenOpen}
          onChange={({ target }) => onRule({ onlyWhenOpen: target.checked })}
        />
        <Button
          variant="ghost"
          size="icon"
          className="ml-auto"
          aria-label={t('removeRule')}
          onClick={onRemove}
        >
          <Trash2 aria-hidden />
        </Button>
      </div>
    </>
  );
}

const NUMBERS = [
  { name: 'afterSeconds', label: 'after', min: 0 },
  { name: 'minVisits', label: 'visits', min: 1 },
  { name: 'maxTimes', label: 'max', min: 1 },
  { name: 'withinDays', label: 'within', min: 1 },
] as const;

function Numbers({ rule, onRule }: Pick<RuleProps, 'rule' | 'onRule'>) {
  const t = useTranslations('chatSetup.form');
  return (
    <div className="grid grid-cols-2 gap-3 sm:grid-cols-4">
      {NUMBERS.map(({ name, label, min }) => (
        <Field key={name} label={t(label)} className="justify-end">
          <Input
            type="number"
            min={min}
            value={rule[name]}
            onChange={({ target }) => onRule({ [name]: target.valueAsNumber || min })}
          />
        </Field>
      ))}
    </div>
  );
}
