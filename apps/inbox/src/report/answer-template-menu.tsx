import type { ReportDetail } from '@app/api-contract';
import { Button, ScrollArea, SegmentedControl } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswerTemplates } from '../answer-templates/use-answer-templates.js';
import { useKeys } from '../keyboard/use-keys.js';
import { Icon } from '../layout/icon.js';
import { PopoverItem, PopoverList } from '../layout/popover-list.js';
import { LANGUAGES, type Language } from '../locales/i18n.js';
import { useChannels } from '../reports/use-channels.js';
import { useSession } from '../session/use-session.js';
import { fillVariables } from './template-variables.js';

interface Props {
  report: ReportDetail;
  onChoose: (text: string) => void;
}

/** Puts one of the office's own texts into the answer, in the citizen's language. */
export function AnswerTemplateMenu({ report, onChoose }: Props) {
  const { t } = useTranslation();
  const [isOpen, menu] = useDisclosure();
  const [language, setLanguage] = useState<Language>('id');
  const { data: templates = [] } = useAnswerTemplates();
  const { nameOf } = useChannels();
  const { user, organisationName, timeZone } = useSession();
  useKeys(useMemo(() => ({ t: menu.open }), [menu.open]));
  if (templates.length === 0) return null;
  const choose = (text: string) => {
    menu.close();
    onChoose(
      fillVariables(text, {
        nama: report.contact.isAnonymous ? null : report.contactName,
        kode: report.ticketCode,
        instansi: report.agency?.shortName,
        kanal: nameOf(report.channel),
        petugas: user.name,
        organisasi: organisationName,
        tanggal: new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone }).format(new Date()),
      }),
    );
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
        {templates.map(({ id, name, textId, textEn }) => (
          <PopoverItem key={id} onClick={() => choose((language === 'en' && textEn) || textId)}>
            {name}
          </PopoverItem>
        ))}
      </ScrollArea.Autosize>
    </PopoverList>
  );
}
