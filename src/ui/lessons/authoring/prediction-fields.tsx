/** The question of a page: its choices, which of them it is, and why. */
import { Plus, X } from 'lucide-react';
import { useId } from 'react';
import type { GraphDocument } from '../../../graph/document.ts';
import type { LessonPage, Prediction } from '../../../graph/lesson/lesson.ts';
import buttons from '../../controls/buttons.module.css';
import { IconButton } from '../../controls/icon-button.tsx';
import { useWords } from '../../language/words.ts';
import { SwitchRow } from '../../share/switch-row.tsx';
import { dropField, setPage } from './draft-state.ts';
import fields from './fields.module.css';
import { NodeChooser } from './names.tsx';
import styles from './prediction-fields.module.css';
import { SaidField } from './said-field.tsx';

const nothing = { en: '', zh: '' };
const mostChoices = 6;

interface PredictionFieldsProps {
  readonly page: LessonPage;
  readonly graph: GraphDocument;
}

export function PredictionFields({ page: { predict }, graph }: PredictionFieldsProps) {
  const words = useWords();
  const toggle = (isOn: boolean) =>
    isOn
      ? setPage({ predict: { question: nothing, choices: [nothing, nothing], answer: 0, because: nothing } })
      : dropField('predict');
  return (
    <>
      <SwitchRow
        label={words('lesson.write.predict')}
        hint={words('lesson.write.predict-hint')}
        isOn={predict !== undefined}
        set={toggle}
      />
      {predict && <Asked predict={predict} graph={graph} />}
    </>
  );
}

function Asked({ predict, graph }: { readonly predict: Prediction; readonly graph: GraphDocument }) {
  const words = useWords();
  const { question, because, holds } = predict;
  const set = (changes: Partial<Prediction>) => setPage({ predict: { ...predict, ...changes } });
  const { holds: _held, ...waitsForNothing } = predict;
  return (
    <>
      <SaidField
        label={words('lesson.write.question')}
        said={question}
        set={said => set({ question: said })}
        most={500}
        rows={2}
      />
      <Choices predict={predict} set={set} />
      <SaidField
        label={words('lesson.write.because')}
        said={because}
        set={said => set({ because: said })}
        most={2_000}
        rows={3}
      />
      <div className={fields.row}>
        <span className={fields.label} aria-hidden>
          {words('lesson.write.holds')}
        </span>
        <NodeChooser
          graph={graph}
          kind="optimiser"
          label={words('lesson.write.holds')}
          value={holds}
          nothing={words('lesson.write.nobody')}
          set={id => setPage({ predict: id === undefined ? waitsForNothing : { ...predict, holds: id } })}
        />
      </div>
    </>
  );
}

interface ChoicesProps {
  readonly predict: Prediction;
  readonly set: (changes: Partial<Prediction>) => void;
}

function Choices({ predict: { choices, answer }, set }: ChoicesProps) {
  const words = useWords();
  const group = useId();
  const remove = (number: number) => {
    const left = choices.toSpliced(number, 1);
    set({ choices: left, answer: Math.min(answer > number ? answer - 1 : answer, left.length - 1) });
  };
  return (
    <div className={styles.choices}>
      {choices.map((choice, number) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a choice is its number
        <div key={number} className={styles.choice}>
          <input
            type="radio"
            name={group}
            aria-label={words('lesson.write.right', { number: number + 1 })}
            checked={number === answer}
            onChange={() => set({ answer: number })}
          />
          <SaidField
            label={words('lesson.write.choice', { number: number + 1 })}
            said={choice}
            set={said => set({ choices: choices.with(number, said) })}
            most={200}
            isUnlabelled
          />
          <IconButton
            icon={X}
            label={words('lesson.write.remove-choice', { number: number + 1 })}
            aria-disabled={choices.length <= 2}
            onClick={() => choices.length > 2 && remove(number)}
          />
        </div>
      ))}
      {choices.length < mostChoices && (
        <button
          type="button"
          className={`${buttons.button} ${fields.add}`}
          onClick={() => set({ choices: [...choices, nothing] })}
        >
          <Plus size={14} strokeWidth={2} aria-hidden />
          {words('lesson.write.add-choice')}
        </button>
      )}
    </div>
  );
}
