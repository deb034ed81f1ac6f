import type { Result } from '../../../language/result.ts';
import { useWords } from '../../language/words.ts';
import lens from '../lens-panel.module.css';

/** What stands where there is nothing to be seen yet, or why there is nothing. */
export function Refused({ answer }: { readonly answer: Result<unknown> | undefined }) {
  const words = useWords();
  return (
    <p className={lens.nothing} role="status">
      {answer && !answer.ok ? words(answer.reason) : words('feature-lens.looking')}
    </p>
  );
}
