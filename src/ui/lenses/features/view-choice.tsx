import { useWords } from '../../language/words.ts';
import { Choice } from './choice.tsx';
import { chooseView, useFeatureState } from './feature-state.ts';

/** Channels as they are, or as a shade over the picture. */
export function ViewChoice() {
  const words = useWords();
  const view = useFeatureState(state => state.view);
  return (
    <Choice
      label={words('feature-lens.shown')}
      choices={[
        { value: 'over', title: words('feature-lens.over') },
        { value: 'map', title: words('feature-lens.map') },
      ]}
      value={view}
      choose={chooseView}
    />
  );
}
