import { REPORT_FLAGS, type Evidence, type ReportClass, type ReportFlag } from '@app/report-model';
import { useTranslation } from 'react-i18next';

const isFlag = (name: ReportClass | ReportFlag): name is ReportFlag =>
  (REPORT_FLAGS as readonly string[]).includes(name);

/** "mendukung Pengaduan" */
export function useReasonText(): (evidence: Evidence) => string {
  const { t } = useTranslation();
  return ({ supports, weight }) => {
    const what = isFlag(supports) ? t(`flag.${supports}`) : t(`class.${supports}`);
    return t(weight < 0 ? 'classification.opposes' : 'classification.supports', { what });
  };
}
