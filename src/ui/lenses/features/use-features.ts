import { useEffect, useRef, useState } from 'react';
import { message } from '../../../language/message.ts';
import { failure, type Result } from '../../../language/result.ts';
import type { AnswerTo, FeatureQuestion } from '../../../runtime/lenses/feature-questions.ts';
import { client } from '../../painting/connection.ts';
import { usePainting } from '../../state/painting.ts';
import { Asker } from './asker.ts';

/**
 * The worker's answer to `question`, kept new while what is asked about is painted; the last one until there is
 * another. Closes the lens when nobody asks any more.
 */
export function useFeatures<Question extends FeatureQuestion>(
  question: Question | undefined,
): Result<AnswerTo<Question>> | undefined {
  const [answer, setAnswer] = useState<Result<AnswerTo<Question>>>();
  const asker = useRef<Asker<Question, Result<AnswerTo<Question>>>>(undefined);
  useEffect(() => {
    asking += 1;
    const made = new Asker<Question, Result<AnswerTo<Question>>>({
      ask: async asked => (await client()?.features(asked)) ?? failure(message('host.not-open')),
      tell: setAnswer,
    });
    asker.current = made;
    const end = usePainting.subscribe((state, before) => {
      if (
        state.iterations !== before.iterations ||
        state.runs !== before.runs ||
        state.wires !== before.wires
      )
        made.again();
    });
    return () => {
      end();
      made.stop();
      asking -= 1;
      if (asking === 0) client()?.closeFeatures();
    };
  }, []);
  const key = question && JSON.stringify(question);
  // biome-ignore lint/correctness/useExhaustiveDependencies: equal questions are one.
  useEffect(() => {
    if (question) asker.current?.ask(question);
  }, [key]);
  return answer;
}

/** How many places of the page ask about features. */
let asking = 0;
