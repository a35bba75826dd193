import type { AnswerView, HearingView } from '../../../bot/views/hearing/shapes.ts';
import { useWords } from '../frame/words.ts';

function Line({ answer }: { answer: AnswerView }) {
  const { t, short, plural, names } = useWords();
  const details = [
    answer.comments > 0 && plural(answer.comments, 'tab.comments.one', 'tab.comments.many'),
    answer.commentsLate && answer.state !== 'late' && t('tab.answer.cameLate'),
    answer.jointWith.length > 0 &&
      t('tab.answer.with', { names: names(answer.jointWith.map((one) => one.name)) }),
    answer.proposed.length > 0 &&
      t('tab.joint.asked', {
        names: names(
          answer.proposed.map(({ name, state, fell }) => {
            const said = state === 'waiting' && fell ? 'fell' : state;
            return `${name} (${t(`joint.${said}`)})`;
          }),
        ),
      }),
    answer.reservation && t('tab.answer.reservationIs', { text: answer.reservation }),
    !answer.invited && t('tab.answer.uninvited'),
    answer.state !== 'silent' && !answer.submitted && t('tab.answer.fromMailOnly'),
  ].filter(Boolean);
  return (
    <tr>
      <th scope="row">{answer.organisationName}</th>
      <td>{t(`answer.${answer.state}`)}</td>
      <td>{details.join(' · ')}</td>
      <td>{answer.submittedAt && short(answer.submittedAt)}</td>
    </tr>
  );
}

/** How each organisation answered; while sealed only what the reader may know. */
export function Answers({ hearing }: { hearing: HearingView }) {
  const { t } = useWords();
  const answers = hearing.answers.toSorted((a, b) =>
    a.organisationName.localeCompare(b.organisationName, 'da'),
  );
  return (
    <>
      <h3>{t('tab.row.answers')}</h3>
      {hearing.sealed && <p className="note neutral">{t('tab.answer.sealed')}</p>}
      {answers.length > 0 && (
        <div className="scroll" tabIndex={0} role="region" aria-label={t('tab.row.answers')}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('tab.organisation')}</th>
                <th scope="col">{t('tab.answer')}</th>
                <th scope="col">{t('tab.answer.details')}</th>
                <th scope="col">{t('tab.answer.submittedAt')}</th>
              </tr>
            </thead>
            <tbody>
              {answers.map((answer) => (
                <Line key={answer.organisationId} answer={answer} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
