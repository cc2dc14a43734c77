import type { AnswerTemplate, ReportDetail } from '@app/api-contract';
import { Button, ScrollArea, SegmentedControl } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswerTemplates } from '../answer-templates/use-answer-templates.js';
import { useKeys } from '../keyboard/use-keys.js';
import { Icon } from '../layout/icon.js';
import { PopoverItem, PopoverList } from '../layout/popover-list.js';
import { LANGUAGES, type Language } from '../locales/i18n.js';
import { fillVariables } from './template-variables.js';
import { templateLanguage, useTemplateValues } from './use-template-values.js';

interface Props {
  report: ReportDetail;
  onChoose: (text: string) => void;
}

/** Puts one of the office's own texts into the answer, in the citizen's language. */
export function AnswerTemplateMenu({ report, onChoose }: Props) {
  const { t } = useTranslation();
  const [isOpen, menu] = useDisclosure();
  const [language, setLanguage] = useState<Language>(() => templateLanguage(report));
  const { data: templates = [] } = useAnswerTemplates();
  const valuesFor = useTemplateValues();
  useKeys(useMemo(() => ({ t: menu.open }), [menu.open]));
  if (templates.length === 0) return null;
  const { isAnonymous } = report.contact;
  const choose = ({ textId, textEn }: AnswerTemplate) => {
    menu.close();
    // A text that there is in Indonesian only has an Indonesian date in it, too.
    const [text, written] =
      language === 'en' && textEn !== null ? [textEn, 'en' as const] : [textId, 'id' as const];
    onChoose(fillVariables(text, valuesFor(report, { isAnonymous, language: written })));
  };
  return (
    <PopoverList
      name={t('answerTemplates.choose')}
      isOpen={isOpen}
      onClose={menu.close}
      position="top-start"
      width={280}
      target={
        <Button
          size="compact-sm"
          variant="default"
          style={{ alignSelf: 'flex-start' }}
          leftSection={<Icon name="file" size={14} />}
          aria-keyshortcuts="t"
          onClick={menu.toggle}
        >
          {t('answerTemplates.choose')}
        </Button>
      }
    >
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label={t('answerTemplates.language')}
        value={language}
        onChange={(value) => setLanguage(value === 'en' ? 'en' : 'id')}
        data={LANGUAGES.map((code) => ({ value: code, label: t(`language.${code}`) }))}
      />
      <ScrollArea.Autosize mah="40vh">
        {templates.map((template) => (
          <PopoverItem key={template.id} onClick={() => choose(template)}>
            {language === 'en' && template.textEn === null
              ? t('answerTemplates.onlyIndonesian', { name: template.name })
              : template.name}
          </PopoverItem>
        ))}
      </ScrollArea.Autosize>
    </PopoverList>
  );
}
