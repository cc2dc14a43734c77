import type { ReportClass } from '@app/report-model';
import { REPORT_CLASSES } from '@app/report-model';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from '../overview/overview.module.css';

const HEIGHT = 120;
const STEP = 10;

export interface StackedColumn {
  readonly key: string;
  /** Shown under the pointer. */
  readonly title: string;
  readonly values: Readonly<Partial<Record<ReportClass, number>>>;
}

interface Props {
  title: string;
  /** What is to be seen, for those who do not see it. */
  label: string;
  columns: readonly StackedColumn[];
  /** The value that fills the height. */
  most: number;
  /** Names of the first and the last column. */
  ends: readonly [string, string];
  /** Values that stand beside the chart from top to bottom, at equal distances. */
  scale?: readonly string[];
  /** Below the chart. */
  children?: ReactNode;
}

/** Columns side by side, each stacked by class. */
export function StackedBars({ title, label, columns, most, ends, scale, children }: Props) {
  const { t } = useTranslation();
  return (
    <figure className={styles.panel}>
      <figcaption className={styles.heading}>{title}</figcaption>
      <div className={styles.plot}>
        {scale && (
          <p className={styles.scale} aria-hidden="true">
            {scale.map((value) => (
              <span key={value}>{value}</span>
            ))}
          </p>
        )}
        <svg
          className={styles.chart}
          viewBox={`0 0 ${columns.length * STEP} ${HEIGHT}`}
          preserveAspectRatio="none"
          role="img"
          aria-label={label}
        >
          {columns.map(({ key, title: hint, values }, index) => {
            let top = HEIGHT;
            return (
              <g key={key}>
                <title>{hint}</title>
                <rect x={index * STEP} y={0} width={STEP} height={HEIGHT} fill="transparent" />
                {REPORT_CLASSES.map((name) => {
                  const height = ((values[name] ?? 0) / most) * HEIGHT;
                  top -= height;
                  return (
                    height > 0 && (
                      <rect
                        key={name}
                        data-class={name}
                        x={index * STEP + 1}
                        y={top}
                        width={STEP - 2}
                        height={height}
                      />
                    )
                  );
                })}
              </g>
            );
          })}
        </svg>
      </div>
      <p className={styles.axis} aria-hidden="true">
        <span>{ends[0]}</span>
        <span>{ends[1]}</span>
      </p>
      <ul className={styles.legend}>
        {REPORT_CLASSES.map((name) => (
          <li key={name} data-class={name}>
            {t(`class.${name}`)}
          </li>
        ))}
      </ul>
      {children}
    </figure>
  );
}
