import type { PullsBy } from '../../../runtime/lenses/pulls.ts';
import { useWords } from '../../language/words.ts';
import { Choice } from '../features/choice.tsx';

interface ByChoiceProps {
  readonly by: PullsBy;
  readonly choose: (by: PullsBy) => void;
}

export function ByChoice({ by, choose }: ByChoiceProps) {
  const words = useWords();
  return (
    <Choice
      label={words('loss-lens.by')}
      choices={[
        { value: 'losses', title: words('loss-lens.by-losses') },
        { value: 'terms', title: words('loss-lens.by-terms') },
      ]}
      value={by}
      choose={choose}
    />
  );
}
