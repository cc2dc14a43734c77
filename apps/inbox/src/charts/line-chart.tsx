import { Fragment } from 'react';
import styles from '../overview/overview.module.css';

const HEIGHT = 120;
const STEP = 20;

export interface ChartLine {
  readonly key: string;
  readonly name: string;
  /** A class gives the line its colour. */
  readonly colour: string;
  /** One for each column; null leaves a gap. */
  readonly values: readonly (number | null)[];
}

interface Props {
  title: string;
  /** What is to be seen, for those who do not see it. */
  label: string;
  lines: readonly ChartLine[];
  /** The value at the top; the bottom is 0. */
  most: number;
  ends: readonly [string, string];
}

/** Values as lines over the same columns. */
export function LineChart({ title, label, lines, most, ends }: Props) {
  const columns = Math.max(1, ...lines.map(({ values }) => values.length));
  const at = (value: number, index: number) =>
    `${(index + 0.5) * STEP} ${HEIGHT - 4 - (value / most) * (HEIGHT - 8)}`;
  return (
    <figure className={styles.panel}>
      <figcaption className={styles.heading}>{title}</figcaption>
      <svg
        className={styles.chart}
        viewBox={`0 0 ${columns * STEP} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={label}
      >
        {lines.map(({ key, colour, values }) => (
          <Fragment key={key}>
            <path data-class={colour} className={styles.line} d={pathOf(values, at)} />
            {/* A stroke of no length is a dot that is round whatever the width of the page. */}
            <path
              data-class={colour}
              className={`${styles.line} ${styles.dots}`}
              d={values.map((value, index) => (value === null ? '' : `M${at(value, index)}h0`)).join('')}
            />
          </Fragment>
        ))}
      </svg>
      <p className={styles.axis} aria-hidden="true">
        <span>{ends[0]}</span>
        <span>{ends[1]}</span>
      </p>
      <ul className={styles.legend}>
        {lines.map(({ key, name, colour }) => (
          <li key={key} data-class={colour}>
            {name}
          </li>
        ))}
      </ul>
    </figure>
  );
}

function pathOf(values: readonly (number | null)[], at: (value: number, index: number) => string): string {
  let isDrawing = false;
  return values
    .map((value, index) => {
      if (value === null) {
        isDrawing = false;
        return '';
      }
      const step = `${isDrawing ? 'L' : 'M'}${at(value, index)}`;
      isDrawing = true;
      return step;
    })
    .join('');
}
