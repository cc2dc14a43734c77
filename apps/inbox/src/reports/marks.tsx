import type { ReportClass, ReportFlags } from '@app/report-model';
import { useTexts } from '../locales/use-texts.js';
import { CLASS_LOOKS, FLAG_LOOKS, FLAGS_BY_WEIGHT } from './class-looks.js';
import { Mark } from './mark.js';

export function ClassMark({ of }: { of: ReportClass }) {
  const t = useTexts();
  return <Mark {...CLASS_LOOKS[of]}>{t(`classShort.${of}`)}</Mark>;
}

/** The classifier was too unsure: a person looks first. */
export function UnsureMark() {
  const t = useTexts();
  return (
    <Mark icon="question" tone="warn" title={t('inbox.unsureHelp')}>
      {t('inbox.unsure')}
    </Mark>
  );
}

/** The citizen asked that it be kept from everybody who does not handle it. */
export function ConfidentialMark() {
  const t = useTexts();
  return (
    <Mark icon="lock" tone="plum" title={t('inbox.confidentialHelp')}>
      {t('inbox.confidential')}
    </Mark>
  );
}

/** An answer failed, or it is not known whether it arrived. */
export function UndecidedReplyMark() {
  const t = useTexts();
  return (
    <Mark icon="alert" tone="bad" title={t('inbox.undecidedReply')}>
      {t('inbox.undecidedReplyShort')}
    </Mark>
  );
}

/** Nothing of it may be erased. */
export function LegalHoldMark() {
  const t = useTexts();
  return (
    <Mark icon="shield" tone="plum" title={t('legalHold.help')}>
      {t('legalHold.mark')}
    </Mark>
  );
}

/** Only the flags that are set. `isCompact`: those that are not pressing as icons. */
export function FlagMarks({ flags, isCompact = false }: { flags: ReportFlags; isCompact?: boolean }) {
  const t = useTexts();
  return FLAGS_BY_WEIGHT.filter((flag) => flags[flag]).map((flag) => (
    <Mark
      key={flag}
      {...FLAG_LOOKS[flag]}
      isStrong={flag === 'urgent'}
      isCompact={isCompact && flag !== 'urgent'}
      title={isCompact ? t(`flag.${flag}`) : t(`flagHelp.${flag}`)}
    >
      {t(`flag.${flag}`)}
    </Mark>
  ));
}
