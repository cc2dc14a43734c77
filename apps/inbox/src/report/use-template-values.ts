import type { ReportSummary } from '@app/api-contract';
import type { TemplateVariable } from '@app/report-model';
import type { Language } from '../locales/i18n.js';
import { useChannels } from '../reports/use-channels.js';
import { useSession } from '../session/use-session.js';

/** The language of templates that the citizen reads: English for those who wrote in English. */
export function templateLanguage({ language }: Pick<ReportSummary, 'language'>): Language {
  return language === 'en' ? 'en' : 'id';
}

/** What is known for the variables of a text to a citizen. */
export function useTemplateValues() {
  const { nameOf } = useChannels();
  const { user, organisationName, timeZone } = useSession();
  return (
    report: Pick<ReportSummary, 'contactName' | 'ticketCode' | 'agency' | 'channel'>,
    { isAnonymous, language }: { isAnonymous: boolean; language: Language },
  ): Partial<Record<TemplateVariable, string | null | undefined>> => ({
    nama: isAnonymous ? null : report.contactName,
    kode: report.ticketCode,
    instansi: report.agency?.shortName,
    kanal: nameOf(report.channel),
    petugas: user.name,
    organisasi: organisationName,
    tanggal: new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone }).format(new Date()),
  });
}
