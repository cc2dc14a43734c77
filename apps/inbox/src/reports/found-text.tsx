const START = '\u0001';
const END = '\u0002';

/** A stretch of text in which the words that were searched for are marked. */
export function FoundText({ text }: { text: string }) {
  return text.split(START).map((part, index) => {
    if (index === 0) return part;
    const [found = '', rest = ''] = part.split(END);
    return (
      <span key={index}>
        <mark>{found}</mark>
        {rest}
      </span>
    );
  });
}
